// faceoff.css, out of the styles that the widget adopts: the same look for what `faceoff render` writes, standing in
// the page, in a blockquote or in a declarative shadow root, before and without any script.
//
// In: the texts of host.css and face-off.css. Out: one sheet. In the page it meets the page's own rules, which a
// shadow tree keeps out: so nothing outside the article is styled, the page's styles are taken back inside of it, and
// every selector counts as an id (the `#_` that matches nothing), which only ids and !important come before.
const article = ':is(article,span).root:is([data-id],#_)';

// Custom elements are inline until they are defined; a quotation keeps no margin it would lose when it is replaced.
const around = `
face-off, face-off-vote { display: block; writing-mode: horizontal-tb; }
face-off[hidden], face-off-vote[hidden] { display: none; }
blockquote.face-off { margin-inline: 0; padding: 0; border: 0; quotes: none; }
[theme="light"] > ${article} { color-scheme: light; }
[theme="dark"] > ${article} { color-scheme: dark; }
[theme="auto"] > ${article} { color-scheme: light dark; }
`;

// Attributes of pictures are the page's to overrule, so these are not reverted: the look says all that matters.
const takenBack = ':where(:not(svg, svg *, img)) { all: revert; }';

// What needs the script is there, and takes its room, only where a script will come to make it work.
const withoutScript = '@media (scripting: none) { [hidden] { display: none !important; } }';

export function lightDomSheet(host, look) {
  const [tokens, ...rest] = look.replace(/^\/\*[^]*?\*\/\s*/, '').split(/^}$/m);
  const nested = (text) => text.replace(/(^|[\s,(])\.root\b/gm, '$1&').replace(/^\.(poll|badge) /gm, '&.$1 ');
  return [
    around,
    host.replace(/\.root\b/g, article),
    `${article} {`,
    `${nested(tokens)}}`,
    takenBack,
    nested(rest.join('}')),
    withoutScript,
    '}',
  ].join('\n');
}
