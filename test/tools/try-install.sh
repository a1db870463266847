#!/usr/bin/env bash
# Packs the program and installs it as a stranger does: with an empty home, an empty npm cache and no file of this
# repository. Then runs it from another folder, where any use of the network is written down and fails.
# Tells how long that took and what takes up how much room.
#
#   test/tools/try-install.sh                       with the node and npm of $PATH
#   test/tools/try-install.sh /opt/node-24/bin      with those of a folder (a bare node will do: npm then is $PATH's)
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
tools=${1:-$(dirname "$(command -v node)")}
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
export PATH="$tools:$PATH" HOME="$place/home"
mkdir "$HOME" "$place/elsewhere"

(cd "$root" && npm pack --silent --pack-destination "$place" >/dev/null 2>&1)
tarball=$(ls "$place"/*.tgz)
echo "node $(node --version); package of $(du -k "$tarball" | cut -f1) KiB"

cd "$place/elsewhere"
begun=$SECONDS
npm install --global --silent --no-audit --no-fund --prefix "$place/prefix" "$tarball"
echo "installed in $((SECONDS - begun)) s"

modules=$place/prefix/lib/node_modules/hausmitteilung/node_modules
du -sm "$modules/.." | sed "s|\t.*|\tMB in all, of them|"
du -sm "$modules"/* "$modules"/@*/* | sort -rn | awk '$1 >= 2' | sed "s|$modules/||"

export PATH="$place/prefix/bin:$PATH" NETWORK_LEDGER="$place/ledger"
export NODE_OPTIONS="--require=$root/test/e2e/no-network.cjs"
hausmitteilung --version
scan=$root/fixtures/einzelner-punkt/scan.pdf
hausmitteilung parse "$scan" > record.json
node "$root/bin/hausmitteilung.js" parse "$scan" | cmp - record.json
echo "the record is the clone's to the byte; uses of the network: $(grep -c ^network "$NETWORK_LEDGER" || true)"
echo 'import { repairText } from "hausmitteilung"; console.log((await repairText("mit-\ngeteilt")).text);' > use.mjs
mkdir node_modules && ln -s "$place/prefix/lib/node_modules/hausmitteilung" node_modules/
node use.mjs
find "$place/prefix/share" -name "*.1" | sed "s|$place/||"
