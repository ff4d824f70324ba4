"""`qingfu district open`: a district comes into the house, with its calendar and the nation's norms."""

from pathlib import Path
from typing import Any

import click
import yaml
from marshmallow import ValidationError

from contracts.directory.new_school import DistrictOpened, OpenDistrict
from contracts.rulebook.nation import AdoptNation
from ops.commands.running_house import running_house
from ops.operating import operate
from ops.places import here
from ops.sentence import CannotGoOn


@click.group()
def district() -> None:
    """区县：开通。 Districts: open one."""


@district.command(name="open")
@click.argument("code")
@click.argument("name")
@click.option(
    "--calendar", required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="校历：一个 YAML 文件，写着 terms、marked（例子见 docs/operator.md）",
)
def open_district(code: str, name: str, calendar: Path) -> None:
    """开通一个区县；已经开通的不变。 Open a district; one that is open stays as it is."""
    places, running, ask = here(), running_house(), _asked(code, name, calendar)
    opened = DistrictOpened.load(operate(running, places, "directory", "open_district", ask))
    operate(running, places, "rulebook", "adopt_nation", AdoptNation(district_id=opened.district_id))
    click.echo(f"{name}（{code}）已经开通，国家规定已经生效。接下来：bin/qingfu school open")


def _asked(code: str, name: str, calendar: Path) -> OpenDistrict:
    try:
        said: dict[str, Any] = yaml.load(calendar.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506
        return OpenDistrict.load({"code": code, "name": name, **said})
    except (yaml.YAMLError, TypeError, UnicodeError) as problem:
        raise CannotGoOn(f"读不懂 {calendar}：应为 YAML。", "The calendar is no YAML.") from problem
    except ValidationError as problem:
        raise CannotGoOn(f"有几处需要改正：{problem.normalized_messages()}", "Some values do not pass.") from problem
