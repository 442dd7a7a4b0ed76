// The report of the browser's module, in place of report.cpp: what the widget acts on and no more, since the
// rest was a tenth of its code. Its members are the whole report's, in the same order.
#include "faceoff/json.hpp"
#include "report.hpp"

namespace faceoff {
namespace {

void poll_of(json::writer& out, const report_input& from) {
  const poll_settings& poll = from.page.document.poll;
  out.key("poll");
  if (!poll.given && from.votes.empty()) {
    out.null();
    return;
  }
  out.begin_object();
  out.key("mode").text(name_of(from.asked.mode));
  out.key("definition").text(to_hex(from.asked.definition));
  out.key("votes");
  if (from.votes.empty()) {
    out.null();
  } else {
    out.text(from.votes);
  }
  out.key("local").boolean(poll.local);
  out.key("state").text(name_of(from.page.state));
  out.end_object();
}

}  // namespace

string write_report(const report_input& input) {
  const comparison& doc = input.page.document;
  const answer& reading = input.page.reading;
  json::writer out;
  out.begin_object();
  out.key("id").text(doc.id);
  out.key("first_id").text(first_id(doc));
  out.key("language").text(input.page.words.language());
  poll_of(out, input);
  out.key("contenders").begin_array();
  for (const contender& one : doc.contenders) {
    out.begin_object().key("id").text(one.id).key("name").text(one.name).end_object();
  }
  out.end_array().key("answer").begin_object();
  out.key("outcome").text(name_of(reading.outcome)).key("contender");
  if (reading.contender) {
    out.text(doc.contenders[*reading.contender].id);
  } else {
    out.null();
  }
  out.end_object().end_object();
  return out.take();
}

}  // namespace faceoff
