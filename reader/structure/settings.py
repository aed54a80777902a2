"""Every constant of the structure's rules, each with its reason. Widths are in em, costs have no unit."""

from __future__ import annotations

from dataclasses import dataclass

from reader.structure.line_settings import LineSettings


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Settings(LineSettings):
    """The numbers behind the rules; measured on real and on generated pages unless a line says otherwise.

    Those here are about bodies and their headings; the base has those about lines.
    """

    # --- words of headings and bodies (notes 5.3) ---
    gram_shares: tuple[tuple[int, float], ...] = ((2, 0.7), (1, 0.3))
    """Size of the grams and what share of the score they give."""
    saturation: float = 0.6
    """BM25's k1: a word met often tells little more than one met twice."""
    length_weight: float = 0.5
    """BM25's b: half of the usual correction for length, because headlines name what long bodies begin with."""
    lead_characters: int = 200
    """The first lines of a news story hold what its headline says."""
    lead_boost: float = 1.3
    least_weight: float = 0.05
    """A gram that all bodies have still tells a heading from noise."""

    # --- bodies (notes 5.2) ---
    window_lines: int = 500
    """As many lines as a dense page has: a longer file is read in stretches, which also bounds the time."""
    photo_lines: int = 14
    """A photo story is short; longer text with a picture is a report."""
    long_run: int = 4
    """More display lines than one heading has (kicker, headline, subheadline)."""
    run_base: float = -2.8
    """Display lines between two paragraphs, in logarithms of odds: a crosshead unless something speaks against it.

    These weights were fitted to generated pages (logistic regression) and rounded."""
    run_detached: float = -1.0
    """Where headings stand apart from their bodies, what stands inside one is a crosshead sooner (since 1950)."""
    run_em: float = 0.38
    """A crosshead fits its column; headlines are wider."""
    run_widest: float = 20.0
    run_known: float = -4.8
    """Share of its words that the text before has: a crosshead speaks of what the article speaks of."""
    run_told: float = 3.1
    """Share of its words that the text behind has: a headline more often than a crosshead."""
    run_cohesion: float = -1.0
    """The more words the text before and behind share (cosine), the sooner it is one article."""
    run_second: float = 2.5
    run_third: float = 0.8
    run_gap: float = 1.9
    """The space between the halves of a headline."""
    run_apart: float = 2.0
    run_tight: float = -2.0
    """Where blank lines part articles, a heading stands behind one, and a crosshead close to the text above it."""
    run_cue: float = 0.5
    """The end of a kicker or the dash of a subheadline."""
    run_item: float = 4.2
    """A mark in front heads an item."""
    run_label: float = 2.8
    """A label stands above headlines."""
    run_crossed: float = -0.9
    """Where an article has a crosshead, it has another."""
    run_signed: float = 1.4
    """A text with a signature of its own is an article."""
    run_signed_twice: float = 1.9
    """And surely so if the text before it was signed at its head."""
    run_brief: float = 3.0
    """Below a heading over briefs, what follows one short paragraph is the title of the next."""
    run_stopless: float = 2.0
    """Papers without full stops had hardly any crossheads."""
    run_single: float = 2.0
    """Where every heading has one paragraph, as on pages with one line an article, there are none either."""
    halves: float = 2.5
    """The two lines of one that was turned differ in width by so much at most."""
    name_limit: float = 5.0
    """A bare name is a line of two to four characters, which may be set wide."""
    bracketed_least: int = 4
    """So many names in brackets are a page's habit."""
    lone_name: float = 3.5
    """A name of two or three characters between two paragraphs: crossheads are longer."""
    nameplate_reach: int = 3
    """Elements from either end of a page among which its nameplate stands."""
    no_heading: float = 0.6
    """Cost of a body without a heading, when readings of a page are compared."""
    no_body: float = 0.4
    """Cost of a display line without a body."""
    measure_change: float = 0.15
    """A change of measure between two paragraphs weighs as much as so much less of common words (cosine)."""
    item_characters: int = 120
    """A brief is a paragraph of so many characters at most."""
    genre_fit: float = 0.5
    """A heading that names its genre fits a body of that genre, whatever its words."""
    best_value: float = 1.2
    """More common words than this prove nothing further."""
    lean: float = 0.2
    """Where headings stand beside their bodies, most of a page stand on the same side."""
    most_shared: int = 3
    """A run of display lines is shared out among so many bodies at most."""
    crossed: float = 0.3
    """Headings in another order than their bodies are rare where they stand together."""
    headless: float = 0.0
    """When a larger share of the bodies has no heading beside it, headings are looked for all over the page."""
    usual_order: float = 1.0
    """Headings before their bodies are the rule."""

    # --- headings apart from their bodies (notes 5.4) ---
    beam: int = 60
    widest_gain: float = 1.3
    """Long lines count more than short ones, up to this."""
    least_gain: float = 0.15
    """A heading must have some word of its body."""
    unlabelled: float = 0.05
    next_line: float = 0.5
    """The line directly before a body is likely its own."""
    next_crowded: float = 0.25
    near_line: float = 0.2
    most_splits: int = 8
    """So many bodies of a page are cut for headings at most."""
    splits_tried: int = 10
    """The weakest gaps between paragraphs are tried, which bounds the time."""
    split_gain: float = 0.75
    """A cut must make the headings fit by so much better (notes 5.5)."""
    split_cohesion: float = 0.4
    """Of two cuts that fit alike, the one where the text changes more."""
    third_line: float = 0.15
    """Headings of three lines are rarer, of four rare."""
    later_line: float = 0.6
    kicker_leads: float = 0.5
    """After a kicker its headline follows."""
    kicker_inside: float = 0.3
    """A kicker opens a heading."""
    deck_inside: float = 0.3
    """A line with a dash in front never opens one."""

    kicker_wider: float = 1.15
    """A first line so much wider than the second is set smaller: a kicker."""
    deck_wider: float = 1.3
    """A second line so much wider than the first is a subheadline."""
    label_score: float = 0.25
    small_label: float = 2.0
    below_label: float = 3.0
    """A line of two characters above one three times as wide names a column: headlines are longer."""
    label_margin: float = 1.05
    """A label belongs to the body that has its words, if no other has nearly as many."""

    # --- confidence ---
    doubtful: float = 0.5
    """Below this an article is more likely wrong than right, and the reader is told."""
    confidence_base: float = 1.5
    confidence_weights: tuple[tuple[str, float], ...] = (
        ("apart", -1.2),
        ("beside", -0.5),
        ("margin", -0.8),
        ("stopless", 0.6),
        ("headless", -1.1),
        ("certainty", 2.6),
        ("bare", -1.1),
        ("fit", 1.2),
        ("crowded", -2.1),
        ("marked", -0.6),
        ("regular", -0.2),
        ("photo", 0.3),
        ("crossed", 0.6),
        ("open", -1.1),
        ("column", -1.4),
        ("advert", -1.6),
        ("long", -1.0),
    )
    """Logarithms of odds, fitted to generated pages on which no rule was tuned."""

    # --- jumps ---
    jump_least: float = 0.5
    """Two halves belong together when one names the other's page or half of the title is the same."""


SETTINGS = Settings()
