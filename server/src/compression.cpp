#define ZLIB_CONST  // next_in is const then
#include <brotli/encode.h>
#include <zlib.h>

#include "faceoff/server/page_source.hpp"

namespace faceoff::server {

std::string compress_brotli(std::string_view bytes, int quality) {
  std::size_t size = BrotliEncoderMaxCompressedSize(bytes.size());
  std::string out(size, '\0');
  BROTLI_BOOL done = BrotliEncoderCompress(quality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, bytes.size(),
                                           reinterpret_cast<const std::uint8_t*>(bytes.data()), &size,
                                           reinterpret_cast<std::uint8_t*>(out.data()));
  out.resize(done == BROTLI_TRUE ? size : 0);
  return out;
}

std::string compress_gzip(std::string_view bytes, int quality) {
  z_stream stream{};
  constexpr int gzip_wrapper = 16, memory_level = 8;
  if (deflateInit2(&stream, quality, Z_DEFLATED, MAX_WBITS + gzip_wrapper, memory_level,
                   Z_DEFAULT_STRATEGY) != Z_OK) {
    return {};
  }
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<const Bytef*>(bytes.data());
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  int code = deflate(&stream, Z_FINISH);
  out.resize(code == Z_STREAM_END ? stream.total_out : 0);
  deflateEnd(&stream);
  return out;
}

}  // namespace faceoff::server
