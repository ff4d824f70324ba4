"""`qingfu deploy-files`: the secrets, definitions and SQL that docker-compose.yml hands to its containers."""

from pathlib import Path

import click

from ops import secret_files
from ops.places import CHECKOUT


@click.command("deploy-files")
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), default=CHECKOUT / "deploy" / "secrets")
def deploy_files(folder: Path) -> None:
    """生成容器要用的密码、定义和 SQL；再运行一次，密码不变。 Make what the containers are told."""
    names = secret_files.write(folder)
    click.echo(f"{len(names)} 个文件在 {folder}。请备份其中的 secrets.json：里面是数据库的密码。")
