"""What a roster does, as people say it."""

CHANGES = {"new": "新来", "moved": "换班", "changed": "改动", "left": "离开"}
NUMBERS = {**CHANGES, "unchanged": "不变", "bad": "有错，不导入"}
