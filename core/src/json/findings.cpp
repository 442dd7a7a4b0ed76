#include "faceoff/error.hpp"
#include "faceoff/json.hpp"

namespace faceoff {

string findings_json(const list<finding>& findings) {
  if constexpr (!findings_told) return {};
  json::writer out;
  out.begin_array();
  for (const finding& found : findings) {
    out.begin_object();
    out.key("rule").text(rule_id(found.what));
    out.key("severity").text(found.level == severity::error ? "error" : "warning");
    out.key("pointer").text(found.pointer);
    out.key("line").integer(found.line);
    out.key("column").integer(found.column);
    out.key("subject").text(found.subject);
    out.key("expected").text(found.expected);
    out.key("sentence").text(sentence(found));
    out.key("advice").text(advice(found));
    out.end_object();
  }
  out.end_array();
  return out.take();
}

}  // namespace faceoff
