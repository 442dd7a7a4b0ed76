// The published JSON Schema and the core's tables name the same keys, limits, required keys and words.
#include <doctest/doctest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "../../core/src/feed/shapes.hpp"
#include "../../core/src/model/codes.hpp"

namespace {

using faceoff::feed::field;
using faceoff::feed::holds;
using faceoff::feed::shape;
using schema = nlohmann::json;

const schema& whole() {
  static const schema read =
      schema::parse(std::ifstream(FACEOFF_TESTS_DIR "/../schema/faceoff-1.schema.json"));
  return read;
}

// What a property says, with what it refers to: the merged keywords along `$ref`s and `allOf`s.
schema flat(const schema& given) {
  schema merged = given;
  const auto add = [&merged](const schema& other) {
    for (const auto& [key, value] : other.items()) {
      if (!merged.contains(key)) merged[key] = value;
    }
  };
  if (given.contains("$ref"))
    add(flat(whole().at(schema::json_pointer(given["$ref"].get<std::string>().substr(1)))));
  if (given.contains("allOf")) {
    for (const schema& part : given["allOf"]) add(flat(part));
  }
  return merged;
}

std::set<std::string> words_of(const schema& property) {
  for (const schema& way : property.value("anyOf", schema::array())) {
    if (way.contains("enum")) return way["enum"].get<std::set<std::string>>();
  }
  return {};
}

std::vector<std::string> words_in(const char* words) {
  std::vector<std::string> all;
  while (*words != '\0') all.emplace_back(faceoff::codes::take_word(words));
  return all;
}

void same_words(const schema& property, const char* words) {
  const std::vector<std::string> listed = words_in(words);
  CHECK(words_of(property) == std::set<std::string>(listed.begin(), listed.end()));
}

void same(const schema& object, const shape& form);

void same_field(const schema& written, const field& known) {
  const schema property = flat(written);
  switch (known.what) {
    case holds::text:
    case holds::url:
      CHECK(property.at("maxLength") == known.limit);
      return;
    case holds::id: {
      const std::string last = "{0," + std::to_string(known.limit - 1) + "}$";
      CHECK(property.at("pattern").get<std::string>().ends_with(last));
      return;
    }
    case holds::texts:
      CHECK(property.at("maxItems") == known.limit);
      same_field(property.at("items"), *known.inner->fields);
      return;
    case holds::code:
      same_words(property, known.words);
      return;
    case holds::object:
      same(property, *known.inner);
      return;
    case holds::list:
    case holds::codes: {
      CHECK(property.at("maxItems") == known.limit);
      schema items = flat(property.at("items"));
      if (known.what == holds::codes) items = flat(items.at("anyOf").at(1));
      same(items, *known.inner);
      return;
    }
    default:
      return;
  }
}

void same(const schema& object, const shape& form) {
  std::set<std::string> keys, needed, wanted_keys, wanted_needed;
  for (const auto& [key, value] : object.at("properties").items()) keys.insert(key);
  for (const std::string key : object.value("required", schema::array())) needed.insert(key);
  const field* known = form.fields;
  for (const std::string& key : words_in(form.keys)) {
    wanted_keys.insert(key);
    if (known->required) wanted_needed.insert(key);
    INFO(key);
    if (keys.contains(key)) same_field(object.at("properties").at(key), *known);
    ++known;
  }
  CHECK(keys == wanted_keys);
  CHECK(needed == wanted_needed);
  CHECK(object.contains("patternProperties"));
}

}  // namespace

TEST_CASE("the JSON Schema and the core's tables say the same of every key") {
  same(flat(whole()), faceoff::feed::comparison_shape);
}
