"""A small story with everything that luck and memory touch: truths, a tray, checks, a loop that can go on for long."""

from small_stories import program_of

from game.engine.program import Program

TEXT = """
story: chambers
title: Two Chambers
start: hall
clock:
  unit: week
  turns: 6
  phases:
    tray: {title: Tray, deal: [post], hand: 2, take: 1}
    scene: {title: The week, due: first}
truths:
  weather: {rain: 60, sun: 40}
meters:
  purse: {title: Purse, range: 0..100, start: 50}
characters: {yotam: {name: Yotam}}
scenes:
  hall:
    text: |
      The hall. {shuffle: A bell | A dog | A cough}.{revealed(weather): It was the weather.}
    choices:
      toss:
        text: Toss a coin
        goto: hall
        check: {odds: 50, pass: {effects: [purse += 3]}, fail: {effects: [purse -= 2]}}
      wait: {text: Wait, goto: hall}
      go: {text: Go on}
  room_1:
    at: 1
    text: Room one
    choices:
      toss: {text: Toss, check: {odds: 30, pass: {effects: [purse += 9]}, fail: {}}}
      on: {text: On}
  room_3:
    at: 3
    text: Room three
    choices:
      toss: {text: Toss, check: {odds: 30, pass: {effects: [purse += 9]}, fail: {}}}
      on: {text: On}
storylets:
"""
CARD = """\
  card_{n}:
    deck: post
    weight: {weight}
    once: {once}
    title: Card {n}
    text: Card {n}
    envelope: {{text: Envelope {n}, handler: yotam, likely: he pays, default: {{effects: [purse -= 1]}}}}
    choices: {{take: {{text: Take it, effects: [purse += {n}]}}, burn: {{text: Burn it}}}}
"""
ENDING = "endings:\n  over: {title: Over, order: 1, at: last, text: Six weeks}\n"


def text(cards: int = 7, *, more: str = "", start_text: str = "The hall.") -> str:
    """The story's YAML, with so many cards in its deck."""
    deck = "".join(CARD.format(n=n, weight=1 + n % 4, once="true" if n % 3 else "false") for n in range(1, cards + 1))
    return TEXT.replace("The hall.", start_text) + deck + more + ENDING


def chambers(cards: int = 7, **changes: str) -> Program:
    """The story made ready."""
    return program_of(text(cards, **changes))
