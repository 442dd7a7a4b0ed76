// The `faceoff` command: its arguments, and nothing else. What each command does stands in its own file.
#include <CLI/CLI.hpp>
#include <exception>
#include <map>
#include <string>

#include "check.hpp"
#include "exit_code.hpp"
#include "faceoff/url.hpp"
#include "faceoff/version.hpp"
#include "places.hpp"
#include "render.hpp"
#include "serve.hpp"
#include "terminal.hpp"
#include "today.hpp"

namespace {

using namespace faceoff;
using namespace faceoff::cli;

constexpr const char* about =
    "Side-by-side verdicts for any page: check a comparison, render it, serve it with its votes.";

constexpr const char* examples =
    "Start here:\n"
    "  faceoff check my.faceoff.json                       what is wrong with it, and what to do\n"
    "  faceoff render my.faceoff.json > my.html            a whole page: static text and the widget's "
    "snippet\n"
    "  faceoff serve .                                     the folder at http://127.0.0.1:8080/, with votes\n"
    "`faceoff COMMAND --help` explains each one.\n"
    "\n"
    "Exit codes: 0 fine, 1 findings, 2 wrong usage, 3 cannot read, 4 failed inside.\n"
    "NO_COLOR=1 turns colours off.";

constexpr const char* check_examples =
    "Examples:\n"
    "  faceoff check *.faceoff.json                        findings as a compiler prints them\n"
    "  faceoff check feed.json --item my-comparison        one comparison of a feed\n"
    "  curl -s https://blog.example/a.faceoff.json | faceoff check -\n"
    "  faceoff check --strict --format json site/*.json    for a build: warnings fail, findings as JSON\n"
    "\n"
    "Exit codes: 0 fine (warnings allowed), 1 errors found, 2 wrong usage, 3 a file cannot be read.";

constexpr const char* render_examples =
    "Examples:\n"
    "  faceoff render a.faceoff.json > a.html              a page to publish beside a.faceoff.json\n"
    "  faceoff render a.faceoff.json --to fragment         what goes between <face-off> and </face-off>\n"
    "  faceoff render a.faceoff.json --to fragment --dsd   the element, its look in it, no script needed to "
    "see it\n"
    "  faceoff render a.faceoff.json --to fragment --view badge --contender a   one contender in a line\n"
    "  faceoff render a.faceoff.json --tally votes.json    with the readers' counts as saved\n"
    "  faceoff render *.faceoff.json --to feed --base https://blog.example/feed.json > feed.json\n"
    "\n"
    "The same input and options give the same bytes; ages of prices depend on --today.";

constexpr const char* serve_examples =
    "Examples:\n"
    "  faceoff serve examples/blog                         then open http://127.0.0.1:8080/\n"
    "  faceoff serve blog --port 0 --votes /var/lib/faceoff/votes.db\n"
    "  faceoff serve blog --public-url https://blog.example   behind a proxy that speaks TLS\n"
    "\n"
    "Every *.faceoff.json below DIR is served, and gets a poll under /votes if it has a `poll`. Changes are "
    "picked\n"
    "up within two seconds; a broken document keeps its last good version, see /readyz. Not served: "
    "dotfiles,\n"
    "editors' backups, links out of DIR. /faceoff.js and /faceoff.wasm are the widget of this program.\n"
    "Stops on Ctrl-C or SIGTERM after the last vote is on disk.";

// CLI11 calls it "--today: not a day", after the option's name.
std::string day_problem(const std::string& text) {
  return parse_date(text) ? "" : "not a day: " + visible(text) + " (write it as 2026-11-25)";
}

std::string url_problem(const std::string& text) {
  return resolve_url(text, "") ? "" : "not an https address (http is fine on this machine): " + visible(text);
}

// A scheme and a host, with or without a port: what stands in a header must not hold more than that.
std::string origin_problem(const std::string& text) {
  constexpr const char* host = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.:*-[]";
  const std::size_t start = text.starts_with("https://") ? 8 : text.starts_with("http://") ? 7 : 0;
  if (start != 0 && text.size() > start && text.find_first_not_of(host, start) == std::string::npos)
    return "";
  return "not an origin: " + visible(text) + " (write it as https://blog.example)";
}

limit_code limit_named(const std::string& name) {
  for (int code = 1; code < static_cast<int>(limit_code::unknown); ++code) {
    if (name_of(static_cast<limit_code>(code)) == name) return static_cast<limit_code>(code);
  }
  return limit_code::unknown;
}

std::string limit_problem(const std::string& name) {
  if (limit_named(name) != limit_code::unknown) return "";
  std::string known;
  for (int code = 1; code < static_cast<int>(limit_code::unknown); ++code) {
    known.append(known.empty() ? "" : ", ").append(name_of(static_cast<limit_code>(code)));
  }
  return "no such limit: " + visible(name) + " (there are " + known + ")";
}

CLI::App* add_check(CLI::App& app, check_options& options) {
  CLI::App* command = app.add_subcommand("check", "Say what is wrong with comparison documents and feeds");
  command->footer(check_examples);
  command->add_option("FILES", options.files, "Documents or JSON feeds; - is standard input")->required();
  const std::map<std::string, report_format> formats = {{"text", report_format::text},
                                                        {"json", report_format::json}};
  command->add_option("--format", options.format, "text or json")
      ->transform(CLI::CheckedTransformer(formats).description("text|json"))
      ->default_str("text");
  command->add_option("--item", options.item, "Of a feed: only the item with this id");
  command->add_flag("--strict", options.strict, "Warnings are errors");
  return command;
}

struct render_words {
  std::string today;
  std::vector<std::string> deal_breakers;
};

CLI::App* add_render(CLI::App& app, render_options& options, render_words& words) {
  CLI::App* command =
      app.add_subcommand("render", "Write a document as a page, a fragment, a report or a feed");
  command->footer(render_examples);
  command
      ->add_option("FILE", options.files,
                   "Documents or feeds; several only for --to feed; - is standard input")
      ->required();
  const std::map<std::string, render_target> targets = {{"html", render_target::html},
                                                        {"fragment", render_target::fragment},
                                                        {"json", render_target::json},
                                                        {"feed", render_target::feed}};
  command->add_option("--to", options.to, "html, fragment, json or feed")
      ->transform(CLI::CheckedTransformer(targets).description("html|fragment|json|feed"))
      ->default_str("html");
  command->add_option("--item", options.item, "Of a feed: the item with this id");
  command->add_option("--tally", options.tally, "File with a tally or votes feed to show");
  command->add_option("--lang", options.language,
                      "Language of our own words, e.g. de (default: the document's)");
  command->add_option("--today", words.today, "The day ages are counted to (default: today in UTC)")
      ->check(CLI::Validator(day_problem, "YYYY-MM-DD"));
  command
      ->add_option("--base", options.base, "Address the output will have; relative links are taken from it")
      ->check(CLI::Validator(url_problem, "URL"));
  command->add_option("--votes", options.votes, "Address of the votes feed as the page should write it");
  command->add_option("--src", options.src,
                      "html, --dsd: the document's address as the page writes it (default: its name)");
  command->add_option("--script", options.script, "html: address of the widget")->capture_default_str();
  command->add_option("--styles", options.styles,
                      "html, --dsd: address of faceoff.css (default: beside the widget)");
  command->add_flag("--dsd", options.shadow,
                    "html, fragment: the element with a declarative shadow root, for static generators");
  const std::map<std::string, html_view> views = {
      {"verdict", html_view::verdict}, {"vote", html_view::vote}, {"badge", html_view::badge}};
  command->add_option("--view", options.view, "html, fragment: verdict, vote (the poll alone) or badge")
      ->transform(CLI::CheckedTransformer(views).description("verdict|vote|badge"))
      ->default_str("verdict");
  command->add_option("--contender", options.contender,
                      "badge: the contender's id (default: the answer's, else the first)");
  command->add_option("--heading-level", options.heading, "Level of the title, 1 to 6")
      ->check(CLI::Range(1, 6))
      ->capture_default_str();
  command->add_option("--title", options.title, "feed: its title (default: the publisher's name)");
  command
      ->add_option("--deal-breaker", words.deal_breakers,
                   "A limit that matters, e.g. non_commercial; repeatable")
      ->check(CLI::Validator(limit_problem, "LIMIT"));
  return command;
}

CLI::App* add_serve(CLI::App& app, serve_options& options) {
  CLI::App* command =
      app.add_subcommand("serve", "Serve a folder with the widget and its comparisons' polls");
  command->footer(serve_examples);
  command->add_option("DIR", options.folder, "The folder")->required();
  command->add_option("--votes", options.votes,
                      "File the votes are kept in (default: votes.db in ~/.local/state/faceoff)");
  command->add_option("--host", options.host, "Address to listen on")->capture_default_str();
  command->add_option("--port", options.port, "Port to listen on; 0 takes any free one")
      ->capture_default_str();
  command->add_option("--public-url", options.public_url, "The site's address for readers, behind a proxy")
      ->check(CLI::Validator(url_problem, "URL"));
  command->add_option("--widget", options.widget, "Folder with faceoff.js and faceoff.wasm")
      ->check(CLI::ExistingDirectory);
  command
      ->add_option("--embed-on", options.embed_on,
                   "Sites that may show /embed.html in a frame, beside this one")
      ->check(CLI::Validator(origin_problem, "ORIGIN"));
  command->add_flag("--strict", options.strict, "Do not start with a document in error; warnings are errors");
  return command;
}

exit_code run_render(render_options& options, const render_words& words) {
  if (options.files.size() > 1 && options.to != render_target::feed) {
    complain("--to " + std::string(options.to == render_target::json ? "json" : "html and fragment") +
                 " take one file",
             "name one, or write a feed of all: --to feed");
    return exit_code::usage;
  }
  const bool page = options.to == render_target::html || options.to == render_target::fragment;
  if (options.shadow && !page) {
    complain("--dsd is for --to html and --to fragment", "leave it out, or name one of them");
    return exit_code::usage;
  }
  const bool names_source = options.to == render_target::html || options.shadow;
  if (names_source && options.src.empty() && options.files.front() == "-") {
    complain("a page must say where its document is", "name it with --src my.faceoff.json");
    return exit_code::usage;
  }
  options.today = words.today.empty() ? utc_today() : *parse_date(words.today);
  for (const std::string& name : words.deal_breakers) options.deal_breakers.push_back(limit_named(name));
  return render(options);
}

exit_code run(int count, char** words) {
  CLI::App app(about, "faceoff");
  app.footer(examples);
  app.set_version_flag("--version", "faceoff " + std::string(version()), "Print the version");
  app.require_subcommand(1);
  check_options checked;
  render_options rendered;
  rendered.script = "/faceoff.js";
  render_words rendered_words;
  serve_options served;
  served.program = words[0];
  const CLI::App* check_command = add_check(app, checked);
  const CLI::App* render_command = add_render(app, rendered, rendered_words);
  add_serve(app, served);
  try {
    app.parse(count, words);
  } catch (const CLI::Success& asked) {  // --help, --version
    app.exit(asked);
    return exit_code::fine;
  } catch (const CLI::ParseError& wrong) {
    std::string command;
    for (const CLI::App* used : app.get_subcommands()) command = " " + used->get_name();
    complain(visible(wrong.what()), "see `faceoff" + command + " --help`");
    return exit_code::usage;
  }
  if (*check_command) return check(checked);
  if (*render_command) return run_render(rendered, rendered_words);
  return serve(served);
}

}  // namespace

int main(int count, char** words) {
  try {
    return static_cast<int>(run(count, words));
  } catch (const std::exception& failed) {
    complain(std::string("failed inside: ") + failed.what(),
             "please report it, with the command and its input");
    return static_cast<int>(exit_code::internal);
  }
}
