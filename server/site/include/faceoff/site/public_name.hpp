// Which files of a folder are for the world, and as what.
//
// In: a name or a request target. Out: a yes, a media type, a clean path. Cost: linear in the text. Never
// touches a disk.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace faceoff::site {

// One component of a path. Refused: dotfiles (with them "." and ".."), editor backups and locks ("x~",
// "x.bak", "x.orig", "x.swp", "x.swo", "x.tmp", "#x#"), the empty name and names with a control character or
// backslash.
bool public_name(std::string_view name);

// "text/html; charset=utf-8" for "a/b.html"; "application/octet-stream" for what is not known.
std::string_view media_type_of(std::string_view path);

// Worth compressing: text, JSON, SVG, WebAssembly.
bool compressible(std::string_view media_type);

// The path a request target names, decoded, relative, without a leading slash: "/a/b%20c?x" is "a/b c", "/"
// is
// "" and "/a/" is "a/". Nothing for what names no public file: an encoded slash or NUL, a broken escape, an
// empty, hidden or climbing component.
std::optional<std::string> path_of_target(std::string_view target);

// A path as it stands in a URL, from the root: "/a/b%20c".
std::string url_path(std::string_view path);

// "x.faceoff.json": a comparison document.
bool is_document_name(std::string_view path);

}  // namespace faceoff::site
