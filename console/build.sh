#!/usr/bin/env bash
# Builds the web application into target/classes, unless what is there was made of just these sources.
#   build.sh quick     only builds; a machine without Node or without a registry gets a platform without its console
#   build.sh checked   also checks format, types and rules, runs the unit tests, and fails where it cannot
set -euo pipefail
cd "$(dirname "$0")"

mode=$1
stamp=target/console.stamp
page=target/classes/dev/caudal/console/web/index.html

without() {
  [[ $mode == quick ]] || { printf 'console: %s\n' "$1" >&2; exit 1; }
  printf 'console: %s. The platform is built without its console.\n' "$1"
  exit 0
}

hash_of() {
  find "$@" -type f -print0 | sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1
}

made_of=$mode-$(hash_of src/main/web ./*.json ./*.ts ./*.mjs build.sh ../server/src/main/resources/dev/caudal/server/api/openapi*.yaml)
if [[ -f $page && -f $stamp ]] && [[ $(<"$stamp") == "$made_of" || $(<"$stamp") == "checked${made_of#quick}" ]]; then
  exit 0
fi

# The launcher shows what is in this file, and builds again once there is a Node.
mkdir -p target
without_node() {
  printf '%s\n' "$1" >target/without-node
  without "$1"
}

type -P node >/dev/null || without_node 'Node is not installed, and building the console needs Node 20 or newer'
version=$(node -p 'process.versions.node.split(".")[0]')
((version >= 20)) || without_node "Node $version is too old to build the console; it needs Node 20 or newer"
rm -f target/without-node

installed=node_modules/.caudal
wanted=$(sha256sum package-lock.json | cut -d' ' -f1)
case $mode in
  quick) extra=(--omit=dev) ;;
  *) extra=() wanted+=-dev ;;
esac
if [[ ! -f $installed || $(<"$installed") != "${wanted%-dev}"* || ($mode == checked && $(<"$installed") != "$wanted") ]]; then
  npm ci --ignore-scripts --prefer-offline --no-audit --no-fund --loglevel=error "${extra[@]}" ||
    without 'npm could not install what the console is built with'
  printf '%s' "$wanted" >"$installed"
fi

[[ $mode == quick ]] || npm run --silent check
npm run --silent build -- --logLevel warn
printf '%s' "$made_of" >"$stamp"
