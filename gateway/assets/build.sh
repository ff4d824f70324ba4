#!/bin/sh
# Build what browsers load into gateway/static/vendor and seal it in manifest.json. Needs Node 20; nothing of it is needed to run.
set -eu
GOVUK=6.6.0 HTMX=4.0.1 SASS=1.108.2 ESBUILD=0.28.2
here=$(cd "$(dirname "$0")" && pwd)
out=$here/../static/vendor
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

cd "$scratch"
npm install --no-audit --no-fund --no-save --silent --prefix "$scratch" \
  "govuk-frontend@$GOVUK" "htmx.org@$HTMX" "sass@$SASS" "esbuild@$ESBUILD"
rm -rf "$out"
mkdir -p "$out"
modules=$scratch/node_modules

"$modules/.bin/sass" --load-path="$modules" --no-source-map --style=compressed "$here/theme.scss" "$out/theme.css"
NODE_PATH=$modules "$modules/.bin/esbuild" "$here/page.mjs" \
  --bundle --minify --format=esm --target=es2020 --log-level=warning --outfile="$out/page.js"
cp "$modules/htmx.org/dist/htmx.min.js" "$out/htmx.js"
cp "$modules/htmx.org/LICENSE" "$out/LICENSE.htmx.txt"
cp "$here/LICENSE.govuk-frontend.txt" "$out/LICENSE.govuk-frontend.txt"

python3 "$here/seal.py" "$out" \
  "theme.css=govuk-frontend $GOVUK MIT" "page.js=govuk-frontend $GOVUK MIT" "htmx.js=htmx.org $HTMX 0BSD"
