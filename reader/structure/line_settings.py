"""The constants of what is read line by line, each with its reason. Widths are in em, costs have no unit."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class LineSettings:
    """The numbers behind classes of lines, columns, paragraphs, tables and verse."""

    # --- columns and paragraphs (notes 5.1) ---
    indent: float = 2.0
    """A paragraph opens with two em of white (GB/T 9704, CLREQ §3.2.3)."""
    printed_indent: float = 1.5
    """From here on white before a line is a printed indent: two em less a space that got lost."""
    narrowest_column: float = 6.0
    """Lines below this tell nothing about the column: crossheads, last lines."""
    widths_kept: int = 6
    """How many of the commonest line widths may be columns; a broadsheet mixes three or four at most."""
    widths_tried: int = 6
    """How many column widths are tried, with those that compression hides; the time grows with it."""
    widths_reach: int = 6
    """Lines before and after whose widths are tried as well: a short item has a column of its own."""
    widths_least: int = 3
    narrowest_local: int = 5
    """Below five em there are no columns, only tables and displays."""
    stops_reach: int = 12
    """Lines before and after that tell whether the print has full stops."""
    stopless_full: float = 1.5
    """Cost of ending a paragraph with a full line where no mark tells the end."""
    width_share: float = 0.02
    """A width must be met on this share of the lines to be a candidate, and at least twice."""
    misfit: float = 2.0
    """Cost of one em by which a line misses its column."""
    slack: float = 1.0
    """A full line may be one em short: 避头尾 pushes a mark or its neighbour to the next line."""
    soft_misfit: float = 0.25
    """Cost of one em of compression or of white that 避头尾 explains: most lines need neither."""
    flush: float = 2.5
    """Cost of a first line without indent, printed or stripped."""
    flush_below: float = 1.0
    """The same directly below display type, where many papers set no indent."""
    open_end: float = 6.0
    """Cost of ending a paragraph without a full stop."""
    half_stop: float = 1.5
    """Cost of ending it with ；or ：(a list follows)."""
    bracket_end: float = 0.8
    """Cost of ending it with a bracket alone (a signature, a source)."""
    single_line: float = 1.2
    """A paragraph of one line is rarer than one of several."""
    mark_weight: float = 1.2
    """Prose without a mark is as unlikely as the page's rate of marks says: a Poisson law, in logarithms."""
    unmarked_em: float = 0.09
    """Least cost of one em of prose without any mark: prose has one in eight characters, headlines hardly any."""
    unmarked_most: float = 2.0
    """And the most for a line: long names and titles have no mark either."""
    full_last_line: float = 0.8
    """A last line that happens to fill its column is rarer than a shorter one."""
    lead_bonus: float = 2.0
    """A dateline opens a paragraph."""
    lead_reach: int = 60
    """A dateline or byline at the head of a line ends within so many characters."""
    indent_bonus: float = 2.0
    """So does a printed indent."""
    indent_lack: float = 4.0
    """On a page with printed indents, a paragraph hardly opens without one."""
    display_base: float = 2.5
    display_stop: float = 3.0
    """A headline hardly ever ends in 。or …"""
    display_mark: float = 1.2
    """Each ，。；！？ inside makes a headline less likely; twice that from the second on."""
    display_soft_mark: float = 0.1
    display_comma_end: float = 3.0
    display_lead: float = 5.0
    display_gap: float = 2.0
    """A space between Han stands between the halves of a headline, where the page does not justify with spaces."""
    gap_share: float = 0.1
    """From this share of lines with such spaces on, they are justification."""
    item_open: float = 3.0
    """A mark ● or ○ opens an item, and so a paragraph."""
    item_lines: int = 9
    """An item of a list has fewer printed lines than this."""
    titles_share: float = 0.4
    """Titles differ in width; the first lines of texts do not, but for words that could not be broken."""
    title_words: float = 0.15
    """A title shares so many of its words with the text below; the first line of a text repeats hardly any."""
    item_title: float = 4.0
    """Where no marked line has a mark of prose, all of them are titles."""
    item_text: float = 3.0
    """Where one of them has, all of them begin a text."""
    turn_reach: int = 12
    """Answers stand within so many lines of a question."""
    turn_of_speech: float = 1.5
    """A line that opens with a speaker and a colon begins a paragraph."""
    never_first: float = 6.0
    """A line that begins with a closing mark goes on with the one before."""
    clitic_display: float = 1.5
    """Nor with a particle, but for the second line of a headline."""
    broken_word: float = 2.0
    """Display type does not end in the middle of a word that prose goes on with."""
    signed_open: float = 4.0
    """A line that ends with a signature or with the last words of a notice ends its paragraph."""
    stop_at_end: float = 0.8
    """Inside a paragraph one line in ten or twenty ends with a full stop: several in a row are paragraphs."""
    least_gaps: int = 3
    most_gaps: float = 0.6
    """Blank lines that part things are some, and fewer than lines; where every line has one they tell nothing."""
    gap_inside: float = 2.0
    """A paragraph seldom goes on behind such a blank line: from one column to the next."""
    lead_display: float = 2.0
    """What stands without a mark directly above the first line of a news item is its headline."""
    even_display: float = 1.5
    even_slack: float = 0.25
    narrowest_even: float = 8.0
    """Three lines of one width are a column, not display type; narrower ones may be verse."""
    fresh_display: float = 1.5
    """Where an article has surely ended, a heading is due."""
    repeated_words: float = 0.3
    """Prose does not say the same again in the next lines."""
    repeated_reach: float = 40.0
    """In so many em, two lines of a wide column."""
    repeated_display: float = 1.5
    genre_display: float = 2.5
    """A short line that names a genre (简讯, 公告, 天气预报) is a heading."""
    deck_display: float = 1.5
    """A line that opens with a dash is a subheadline sooner than prose."""
    salutation: float = 3.0
    """The first line of a letter is a paragraph, for all its shortness."""
    display_group: float = 1.0
    """Display lines come in groups."""
    turn_inside: float = 6.0
    """A leg of another width inside a paragraph is rare."""
    turn_between: float = 4.0
    turn_after_display: float = 1.5
    start_inside: float = 3.0
    """A run seldom opens in mid-paragraph."""
    start_single: float = 0.5
    stop_inside: float = 3.0

    widest_column: float = 40.0
    """No newspaper sets a column wider than this; a longer line is a paragraph that was joined already."""
    prose_line: float = 9.0
    """The narrowest column of a daily; shorter lines say little about how prose is set."""
    joined_share: float = 0.6
    """When so many lines of prose end a sentence, a line is a paragraph (a column ends one in six)."""
    joined_wide: float = 0.15
    """Or when so many lines of prose are wider than any column."""
    joined_display: float = 32.0
    """On such a page a headline is shorter than this."""
    block_slack: float = 0.75
    """A first line of a paragraph without indent misses the next lines' width by no more."""
    exact_least: int = 8
    """So many full lines tell whether a print is exact."""
    exact_share: float = 0.04
    """One line in twenty-five may have lost a character."""
    indent_least: float = 0.04
    """Share of the lines with a printed indent from which the page is taken to print its indents."""
    stops_per_mark: float = 12.0
    """Fewer than one full stop among so many marks: the paper has no full stops (、 alone, before 1950)."""
    stopless_end: float = 0.5
    """Cost of ending a paragraph at a 、 or a final particle in such a paper."""
    stopless_open_end: float = 4.0
    """And elsewhere."""
    lead_inside: float = 3.0
    """A dateline in brackets in mid-paragraph."""
    stopless_bare: float = 1.5
    """A line without any mark seldom opens a paragraph there: it is a heading."""
    printed_display: float = 1.0
    """A headline is rarely indented as a paragraph is; centred ones are."""

    # --- columns that the text layer mixed ---
    gutter_lines: int = 4
    """So many lines with a wide gap at one place are two columns."""
    gutter_least: float = 9.0
    """A column left of a gutter is at least so wide, with the gutter: narrower is a table."""
    column_reach: int = 60
    """A column goes on for so many lines at most below the end of the one beside it."""
    interleaved_lines: int = 8
    """Fewer lines in turn prove nothing."""
    interleaved_hint: float = 4.5
    """Words whole that are broken in the order of the source: chance gives one, seldom two."""
    interleaved_evidence: float = 4.0
    """What a stretch gains in all: a few lines in turn prove nothing."""
    most_columns: int = 4
    """So many columns are read across at most; the time grows with it."""
    column_beam: int = 12
    """So many ways to share out the lines are kept."""
    column_wait: int = 6
    """A column waits for its turn for so many lines at most."""
    column_passed: float = 3.0
    """Cost of a line that is out of turn."""
    column_joined: float = 4.0
    """A paragraph seldom goes on from one of these columns to the next: each is the text of an article."""
    column_begins: float = 2.5
    """Cost of another column."""
    column_turn: float = 0.25
    """Cost of every line while there are two columns, and as much again for each further one."""
    column_doubt: float = 0.6
    """What each line must gain: with two columns to choose from, one of them goes on by chance."""
    column_open_end: float = 4.5
    """Cost of a column that ends in mid-sentence."""
    survivor_lines: int = 10
    """So many lines behind a stretch tell by their words which of the columns goes on."""
    survivor_words: float = 10.0
    """One word in ten more that a column has, against a paragraph's beginning that follows the other one."""
    link_least: float = -1.5
    """The least between lines of which one may be a heading."""
    link_worst: float = -3.0
    """The least between lines of prose."""
    link_word: float = 3.0
    """The joint would break a word of three characters that the page has elsewhere (odds on generated pages 50:1)."""
    link_pair: float = 1.6
    """One of two characters."""
    link_goes_on: float = 0.4
    """A sentence goes on with a full line."""
    link_strange: float = 0.7
    """Two characters that stand beside each other nowhere else on the page."""
    link_opens: float = 1.0
    """A paragraph opens where one has ended."""
    link_wrong: float = -2.5
    """It opens in mid-sentence, or does not where one has ended."""
    link_mark: float = 1.0
    """A mark that no line begins with follows a word."""
    link_bracket: float = 1.5

    # --- tables and verse ---
    table_least: int = 2
    """Two rows of fields and numbers are a table."""
    price_rows: int = 3
    """Three short lines of a word and a number each are a price list."""
    price_width: float = 14.0
    advert_lines: int = 2
    """One such line may be news of a sale; two are an advertisement."""
    stanza: int = 4
    """Free verse is set in stanzas of four lines more often than of any other number."""
    heading_reach: int = 5
    """So many lines, with the name of its author, head the text below a poem at most."""
    verse_names: float = 0.3
    """A list of names is no poem."""
    heading_words: float = 0.5
    """Below a poem, a line is a heading if half of its words stand in the text below it."""
    verse_width: float = 13.0
    """A line of free verse is no wider."""
    verse_least: int = 4
    """A poem in regular metre has at least four lines."""

    # --- widths of lines by class ---
    furniture_limit: float = 40.0
    """Imprint and folio lines are short; longer ones are prose that quotes a number."""
    contact_limit: float = 30.0
    """A telephone number in a line longer than this stands in a sentence."""
    credit_limit: float = 24.0
    label_limit: float = 14.0
    signature_limit: float = 12.0
    """Names after a mark: three of them at most."""
    byline_limit: float = 40.0
    shadow_least: int = 4
    """A label repeated as a shadow has at least so many characters; shorter repetition is a figure of speech."""
