"""The list of a slim installation: what the program asks for, without torch and transformers."""

import tomllib

from tools.slim_requirements import PROJECT, slim


def test_all_but_torch_and_transformers_are_listed_as_the_project_has_them() -> None:
    text = PROJECT.read_text(encoding="utf-8")
    wanted = tomllib.loads(text)["project"]["dependencies"]
    left_out = [one for one in wanted if one not in slim(text)]
    assert [one[:5] for one in left_out] == ["torch", "trans"]


def test_a_package_whose_name_begins_alike_stays() -> None:
    text = '[project]\ndependencies = ["torch==2.13.0", "torch-extra>=1", "transformers"]'
    assert slim(text) == ["torch-extra>=1"]
