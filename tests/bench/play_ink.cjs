// Plays a compiled ink file at random with all text made: decisions a second, and what the first playthroughs came to.
'use strict';
const { Story, Compiler } = require(require.resolve('inkjs/full', { paths: [process.cwd()] }));
const [, , file, seconds, checked] = process.argv;
const story = new Story(new Compiler(require('fs').readFileSync(file, 'utf8')).Compile().ToJson());
const METERS = ['m0', 'm1', 'm2', 'm3', 'm4', 'm5'];

function play(seed) {
  let at = seed * 16807 % 2147483647, decisions = 0, words = 0;
  story.ResetState();
  for (;;) {
    words += story.ContinueMaximally().length;
    const choices = story.currentChoices;
    if (!choices.length) return [decisions, words];
    for (const choice of choices) words += choice.text.length;
    at = at * 48271 % 2147483647;
    story.ChooseChoiceIndex(at % choices.length);
    decisions += 1;
  }
}

const came = [];
for (let seed = 1; seed <= +checked; seed += 1) {
  const [decisions] = play(seed);
  came.push([decisions, ...METERS.map(name => story.variablesState[name])].join(' '));
}
let decisions = 0, seed = 1000;
const began = performance.now();
while (performance.now() - began < 1000 * +seconds) decisions += play(seed++)[0];
console.log(JSON.stringify({ speed: decisions / ((performance.now() - began) / 1000), came }));
