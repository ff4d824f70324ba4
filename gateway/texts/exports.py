"""How an export stands, as people say it."""

from contracts.directory.export import ExportState

STATES = {
    ExportState.WAITING: "等另一位同事或校长同意",
    ExportState.MAKING: "正在生成",
    ExportState.READY: "可以下载，只能下载一次，一小时后自动删除",
    ExportState.TAKEN: "已经下载",
    ExportState.FAILED: "没有生成成功，请重新提出",
    ExportState.OVER: "已经失效",
}
