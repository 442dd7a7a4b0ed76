#include "row_codec.hpp"

#include <algorithm>

namespace faceoff::server {
namespace {

constexpr char format_version = 1;
constexpr std::size_t record_bytes = 64 * 1024;  // eight times the longest ballot's record
// A first preference's flags.
constexpr unsigned char prefers_a = 1;
constexpr unsigned char same_definition = 2;  // as the current ballot
constexpr unsigned char same_ballot = 4;      // rev and content as the current ballot

class record_writer {
 public:
  void byte(unsigned char value) { out_.push_back(static_cast<char>(value)); }
  void number(std::uint64_t value) {
    for (; value >= 128; value >>= 7) byte(static_cast<unsigned char>(value | 128));
    byte(static_cast<unsigned char>(value));
  }
  void text(std::string_view value) {
    number(value.size());
    out_ += value;
  }
  void hash(const hash256& value) { out_.append(reinterpret_cast<const char*>(value.data()), value.size()); }
  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

class record_reader {
 public:
  explicit record_reader(std::string_view record) : left_(record) {}

  unsigned char byte() {
    if (left_.empty()) return broken();
    auto value = static_cast<unsigned char>(left_.front());
    left_.remove_prefix(1);
    return value;
  }
  std::uint64_t number() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 63; shift += 7) {
      unsigned char part = byte();
      value |= static_cast<std::uint64_t>(part & 127) << shift;
      if (part < 128) return value;
    }
    return broken();
  }
  std::string text() {
    std::uint64_t size = number();
    if (size > left_.size()) return broken(), std::string();
    std::string value(left_.substr(0, size));
    left_.remove_prefix(size);
    return value;
  }
  hash256 hash() {
    hash256 value{};
    if (left_.size() < value.size()) return broken(), value;
    std::copy_n(left_.begin(), value.size(), reinterpret_cast<char*>(value.data()));
    left_.remove_prefix(value.size());
    return value;
  }
  // Every element takes at least a byte, so no count can be above what is left.
  std::size_t count() {
    std::uint64_t value = number();
    return value <= left_.size() ? value : broken();
  }
  bool whole() const { return ok_ && left_.empty(); }
  bool ok() const { return ok_; }

 private:
  unsigned char broken() {
    ok_ = false;
    left_ = {};
    return 0;
  }

  std::string_view left_;
  bool ok_ = true;
};

void write_first(record_writer& out, const voter_row& row, const first_preference& first) {
  bool definition = first.definition == row.current.definition;
  bool ballot = first.rev == row.current.rev && first.content == row.content;
  out.byte(static_cast<unsigned char>((first.prefers_a ? prefers_a : 0) | (definition ? same_definition : 0) |
                                      (ballot ? same_ballot : 0)));
  out.text(first.a);
  out.text(first.b);
  if (!definition) out.hash(first.definition);
  if (ballot) return;
  out.number(first.rev);
  out.hash(first.content);
}

first_preference read_first(record_reader& in, const voter_row& row) {
  first_preference first;
  unsigned char flags = in.byte();
  first.prefers_a = flags & prefers_a;
  first.a = in.text();
  first.b = in.text();
  first.definition = flags & same_definition ? row.current.definition : in.hash();
  first.rev = flags & same_ballot ? row.current.rev : in.number();
  first.content = flags & same_ballot ? row.content : in.hash();
  return first;
}

bool in_order(const voter_row& row) {
  auto before = [](const contender_call& a, const contender_call& b) { return a.contender < b.contender; };
  if (!std::is_sorted(row.current.calls.begin(), row.current.calls.end(), before)) return false;
  for (const contender_call& call : row.current.calls) {
    if (call.call != call_code::ship && call.call != call_code::skip) return false;
  }
  return row.current.rev > 0;
}

}  // namespace

std::string encode_row(const voter_row& row) {
  record_writer out;
  out.byte(format_version);
  out.number(row.current.rev);
  out.hash(row.current.definition);
  out.number(row.current.calls.size());
  for (const contender_call& call : row.current.calls) {
    out.byte(static_cast<unsigned char>(call.call));
    out.text(call.contender);
  }
  out.text(row.current.pick);
  out.number(row.firsts.size());
  for (const first_preference& first : row.firsts) write_first(out, row, first);
  return out.take();
}

std::optional<voter_row> decode_row(std::string_view record) {
  record_reader in(record);
  if (record.size() > record_bytes || in.byte() != format_version) return std::nullopt;
  voter_row row;
  row.current.rev = in.number();
  row.current.definition = in.hash();
  row.current.calls.resize(in.count());
  for (contender_call& call : row.current.calls) {
    call.call = static_cast<call_code>(in.byte());
    call.contender = in.text();
  }
  row.current.pick = in.text();
  if (!in.ok() || !in_order(row)) return std::nullopt;
  row.content = content_hash(row.current);
  row.firsts.resize(in.count());
  for (first_preference& first : row.firsts) first = read_first(in, row);
  if (!in.whole()) return std::nullopt;
  return row;
}

}  // namespace faceoff::server
