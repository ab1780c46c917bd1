// The Night Boat. One chapter, written for the tests of Narrow Sky, in ink,
// and converted by hand to the story format in story.yaml beside it.

LIST Pockets = (ticket), (letter), matches, apple
VAR warmth = 2
VAR trust = 0
// Ink counts no visit where a knot diverts to itself, so the rounds are counted by hand.
VAR rounds = 0

-> quay

=== quay ===
The night boat is late. It lies at the end of the mole with one row of lamps lit, like somebody saving money.

A man in a purser's coat sits on a bollard with a ledger on his knees. "Name," he says, "and purpose."

+   ["Ines Marro. To see my father."]
    "Your father," he writes. "Is he expecting you?"
    + +     ["Yes."]
            ~ trust--
            He looks at your shoes, which are wet, and at your bag, which is small. "Then he'll have told you there's no bread on board," he says.
    + +     ["He doesn't know I'm alive."]
            ~ trust++
            The pencil stops. He is a man who has asked two questions a night for thirty years. "Well," he says. "I'll put *visiting*."
            + + +   ["Put *returning*."]
                    He rubs it out and writes it again, smaller, so that it fits.
            + + +   [Let it stand.]
                    You let it stand. It is nearly true.
            - - -   "Ticket," he says, more kindly.
    - -     He tears the ticket along a line that isn't there.
            ~ Pockets -= ticket
+   [Hold out the ticket and say nothing.]
    ~ Pockets -= ticket
    He tears it, writes *silent*, and seems pleased with the word.
-   Behind you a crane lets down a crate of oranges and one breaks loose. It rolls as far as your foot and stops.
+   [Pick it up.]
    ~ Pockets += apple
    It isn't an orange. It is an apple, and somebody has polished it.
+   [Push it back with your shoe.]
    A boy runs up, salutes you with it, and bites.
-   The gangway is wet. -> saloon

=== saloon ===
~ rounds++
{The saloon smells of oil and oranges. There is a stove, a long bench, and a clock that has been painted on.|The saloon is where you left it. The clock says ten past four.|You know the seams of the linoleum by now.}

The lamp swings {&to the left|to the right}.
<- purser
<- bird
*   [Sit by the stove.]
    ~ warmth++
    You sit until your shoes begin to smell of themselves.
+   {rounds < 4} [Go out on deck.]
    -> deck
*   [Look for matches along the bench.]
    ~ Pockets += matches
    Between the bench and the wall: a button, a tram ticket from a city without trams, and half a box of matches.
*   ->
    There is nobody left to talk to and nothing left to find. You lie down along the bench with your bag under your head. -> morning
-   -> saloon

=== purser ===
{"Rough till the cape," the purser tells his ledger.|}
*   ["How long have you worked this boat?"]
    "Since she was a day boat." He looks along the lamps. "They turned her round when the road was built. Nobody wants to see where they're going by day any more."
    -> saloon
*   {trust > 0} ["Would you know a man called Marro?"]
    ~ trust++
    He doesn't need the ledger. "Harbour office. Second window. He plays draughts with the pilot and loses." He counts something on his fingers. "He has lost since before the road."
    -> saloon

=== bird ===
A woman in the corner has a birdcage on her lap with a cloth over it.
*   ["What kind is it?"]
    -> under_the_cloth ->
    "There," she says. "Now you can say you have met."
    -> saloon
*   {Pockets ? apple} [Offer her the apple.]
    ~ Pockets -= apple
    She cuts it in three with a nail file: a piece for you, a piece for herself, a piece through the bars.
    -> saloon

=== deck ===
{Wind, and the wake going away in a straight line.|The wind has gone round.|You are the only one out here, again.}
*   {Pockets ? matches} [Light the stern lamp. It has gone out.]
    ~ trust++
    -> strike ->
    It takes. From the wheelhouse, a hand.
*   [Take out the letter.]
    It has been folded so often that it opens by itself.
    * *     [Read it again.]
            Come if you can, or don't come, but decide. He never could leave a sentence alone.
    * *     [Let it go.]
            ~ Pockets -= letter
            -> strike ->
            It goes out flat over the water like something that had been practising.
    - -     The envelope you keep.
+   [Go in.]
-   -> saloon

=== strike ===
You wait for the boat to come up out of the trough, {and count three|and count three, and three again|as you have learned to}.
->->

=== under_the_cloth ===
She lifts a corner. {~A finch looks at you sideways.|A finch puts its head under its wing.}
->->

=== morning ===
In the morning there is a harbour, with a row of windows, and somebody has already opened the second one.

{Pockets ? letter: You have the letter in your hand so that you needn't know what to say.|You have nothing in your hands. It is harder to know where to put them.}

{trust > 1: The purser carries your bag to the rail himself. "Returning," he says to the man on the quay, and turns the ledger so that he can see it.|The purser reads out the names. He reads yours like the others.}

Carried ashore: {Pockets}. {warmth > 2: Dry shoes.|Wet shoes.}
-> END
