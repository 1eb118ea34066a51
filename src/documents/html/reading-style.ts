/** Look of the page for reading: a sheet on a wide screen, one column on a telephone, plain on paper. */
export const readingStyle = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0; background: #eef0ee; color: #1b1f1d; font: 1.125rem/1.6 'Times New Roman', Tinos, 'Liberation Serif', serif; }
main { max-width: 52rem; margin: 2rem auto; padding: 0 1rem; }
article { background: #fff; padding: clamp(1rem, 6vw, 4.5rem); border: 1px solid #d5dad6; border-radius: 4px; }
p { margin: 0 0 .6em; }
h1 { font-size: 1.3rem; line-height: 1.4; margin: 1.6em 0 1.2em; }
h2 { font-size: 1.15rem; margin: 1.6em 0 .5em; }
h3, h4 { font-size: 1.125rem; margin: 1.2em 0 .5em; }
.strong { font-weight: 700; }
.centred { text-align: center; }
.running { text-align: justify; }
.ruled::after { content: ''; display: block; width: 10.5em; max-width: 100%; margin: .2em auto 0; border-top: 1px solid currentcolor; }
.ruled.short::after { width: 4.5em; }
.letterhead { display: flex; flex-wrap: wrap; gap: 1rem 1.5rem; justify-content: space-between; text-align: center; font-size: clamp(.7rem, 3.4vw, 1rem); }
.letterhead > div { flex: 1 1 12em; display: flex; flex-direction: column; }
.letterhead > div:last-child { flex: 1 0 auto; }
.nation { white-space: nowrap; }
.letterhead p { margin: 0 0 .15em; }
.letterhead p:last-child { margin-top: auto; padding-top: .6em; }
.letter-subject { font-size: 1.0625rem; font-weight: 400; max-width: 18em; text-align: center; margin: .6em 0 1.6em; }
.addressee { padding-left: 15%; }
.addressee.several { padding-left: calc(15% + 4em); }
a { color: #0b5c4a; text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: .18em; }
a:focus-visible { outline: 3px solid #0b5c4a; outline-offset: 2px; }
mark { background: #ffe9a8; color: inherit; padding: 0 .2em; }
:target { background: #fff6d6; scroll-margin-top: 1rem; }
.wide { overflow-x: auto; margin: 1em 0; }
table { border-collapse: collapse; width: 100%; font-size: 1rem; }
th, td { border: 1px solid #5d6661; padding: .25em .5em; }
td.center { text-align: center; }
td.right { text-align: right; }
.closing { display: flex; flex-wrap: wrap; gap: 1rem 2rem; justify-content: space-between; margin-top: 1.6em; }
.recipients { font-size: .95rem; }
.recipients p, .signature p { margin: 0; }
.signature { text-align: center; flex: 0 1 18rem; }
.signature .name { margin-top: 4.5em; }
.appendix { margin-top: 3rem; border-top: 1px solid #d5dad6; padding-top: 1rem; }
@media (max-width: 40rem) { .running { text-align: left; } .signature { flex-basis: 100%; } }
@media print { body { background: #fff; } main { margin: 0; padding: 0; } article { border: 0; padding: 0; } a { color: inherit; text-decoration: none; } .appendix { break-before: page; } }
`
