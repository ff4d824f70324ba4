# 轻负 Qingfu. `make help` lists the commands.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help run test check unit laws journey browser torture faults bench assets texts locks overdue deploy-files deploy-check portable reset
export PYTHON
unexport PYTHONDONTWRITEBYTECODE

python := .venv/bin/python
pytest = $(python) -m pytest $(if $(TODAY),--today=$(TODAY)) $(PYTEST)
run_tools := .venv/ops.stamp
test_tools := .venv/dev.stamp
locked = ops gateway directory rulebook homework enrolment notify
lock = ../.venv/bin/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header

.venv/%.stamp: requirements/%.txt ops/venv.sh
	@sh ops/venv.sh $<
	@touch $@

## run       启动整个系统：数据库、消息服务器、示范区县、全部服务；Ctrl-C 停止。可加 UP="--scale homework=2 --today 2026-12-31"
run: $(run_tools)
	@$(python) -m ops up $(UP)

## test      全部检查，与持续集成相同，用自己的私有服务器，不留痕迹。可加 TODAY=2026-12-31 把时钟拨到那一天
test: check
	@$(pytest) -n 3 --dist loadscope --no-loadscope-reorder -m "not portable and not images" tests

## check     静态检查：ruff、mypy、import-linter
check: $(test_tools)
	@$(python) -m ruff check --no-cache .
	@$(python) -m mypy --cache-dir=/dev/null contracts engines plumbing services gateway ops demo
	@.venv/bin/lint-imports --no-cache

## unit      只跑不需要服务器的测试（20 秒以内）
unit: $(test_tools)
	@$(pytest) -n auto -m "not servers and not house and not browser" tests/unit tests/store tests/contracts tests/architecture

## laws      每一条定律用多得多的例子再试一遍，不需要服务器。可加 EXAMPLES=5000
laws: $(test_tools)
	@$(pytest) -n auto -m "hypothesis and not servers and not house" --examples $(or $(EXAMPLES),300) tests/unit tests/store tests/contracts

## journey   真实进程上的用户旅程
journey: $(test_tools)
	@$(pytest) tests/journeys

## browser   真实浏览器里的页面
browser: $(test_tools)
	@$(pytest) tests/browser

## torture   在随机时刻杀死各个进程，什么也不丢，什么也不重复。可加 SEED=7 ROUNDS=20
torture: $(test_tools)
	@$(pytest) tests/torture $(if $(SEED),--seed=$(SEED)) $(if $(ROUNDS),--rounds=$(ROUNDS))

## faults    在临时副本里逐个埋下已知的错误，每一道检查都必须发现它那一个。可加 ONLY=tables,imports 只跑其中几组
faults: $(test_tools)
	@$(python) -m tests.faults $(ONLY)

## bench     性能对比；可加 ONLY=rpc,relay 只跑其中几项
bench: $(test_tools)
	@$(python) -m tests.bench $(ONLY)

## assets    重新生成样式和脚本（需要 Node 20；只在改动 gateway/assets 时用）
assets:
	@sh gateway/assets/build.sh

## texts     把页面上新的中文句子列进英文目录（gateway/english/catalogue.po），写好英文后再运行一次
texts: $(test_tools)
	@$(python) -m tests.english

## locks     重新锁定依赖（只在改动 requirements/*.in 之后用）：先锁全部，其余各份取同样的版本
locks: $(test_tools)
	@cd requirements && $(lock) dev.in -o dev.txt
	@cd requirements && for name in $(locked); do $(lock) --constraint dev.txt $$name.in -o $$name.txt || exit 1; done

## overdue   有没有过期的依赖：新版本发布满九十天还没有换上；问 pip 的索引，问不到就说明
overdue: $(test_tools)
	@$(python) -m tests.deploy.overdue

## deploy-files  生成容器要用的密码、定义和 SQL（deploy/secrets；再运行一次，密码不变）
deploy-files: $(run_tools)
	@$(python) -m ops deploy-files

## deploy-check  不用容器引擎，按 Dockerfile 的步骤建出每个服务的镜像内容并从中运行（较慢，几分钟）
deploy-check: $(test_tools)
	@$(pytest) tests/deploy/test_images.py tests/deploy/test_gateway_image.py

## portable  以普通用户身份、在干净的副本里从头启动一次（较慢，约两分钟）
portable: $(test_tools)
	@$(pytest) -m portable tests/ops

## reset     删除全部数据，不再询问；正在运行时拒绝
reset: $(run_tools)
	@$(python) -m ops reset

## help      列出这些命令
help:
	@sed -n 's/^## //p' $(MAKEFILE_LIST)
