"""The layers, as whoever writes norms calls them."""

from engines.policy.norm import Layer

LAYER_WORDS = {Layer.NATIONAL: "国家", Layer.DISTRICT: "区县", Layer.SCHOOL: "学校"}
