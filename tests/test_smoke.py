def test_russia(run):
    """The main job."""
    assert run("russia").out == "RUS\tRussian Federation\trenounced\t2016-11-30\n"
