"""What becomes of a verdict under a draft, as people say it."""

from contracts.homework.replay import FlipKind

FLIPS = {
    FlipKind.REFUSED: "会被拒绝", FlipKind.ALLOWED: "不再被拒绝", FlipKind.WARNED: "会有提醒",
    FlipKind.UNWARNED: "不再提醒",
}
FLIP_COLOURS = {
    FlipKind.REFUSED: "red", FlipKind.ALLOWED: "green", FlipKind.WARNED: "yellow", FlipKind.UNWARNED: "grey",
}
