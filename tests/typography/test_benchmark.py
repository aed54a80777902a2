from benchmarks.typography import make_text, measure_all


def test_the_benchmark_measures_us_and_rich_on_the_same_text() -> None:
    text = make_text(3_000)
    assert 900 < len(text) < 1_100
    rows = {row.name: row.seconds for row in measure_all(text)}
    assert {"reflow", "rich divide_line", "set_vertical, 40 rows"} <= rows.keys()
    assert all(seconds > 0 for seconds in rows.values())
