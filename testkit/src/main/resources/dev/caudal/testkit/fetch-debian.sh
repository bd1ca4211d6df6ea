#!/bin/sh
# fetch-debian.sh DIR SUITE "PACKAGES" "ALONE": unpacks packages of a Debian release into DIR: PACKAGES with what they
# depend on, ALONE without.
# Uses the host's own Debian mirror with package lists of its own; nothing outside DIR and DIR.draft.* changes.
set -eu
target=$1 suite=$2 packages=$3 alone=$4
draft=$(mktemp -d "$target.draft.XXXXXX")
trap 'rm -rf "$draft"' EXIT
apt=$draft/apt root=$draft/root
mkdir -p "$apt/state/lists/partial" "$apt/cache/archives/partial" "$apt/etc/parts" "$root"
: >"$apt/state/status"
mirror=$(sed -n 's/^URIs: *\([^ ]*debian\)\/*$/\1/p' /etc/apt/sources.list.d/*.sources 2>/dev/null | head -n 1)
[ -n "$mirror" ] || mirror=$(awk '$1 == "deb" { for (i = 2; i <= NF; i++) if ($i ~ /debian\/?$/) { print $i; exit } }' /etc/apt/sources.list)
[ -n "$mirror" ] || { echo "this host has no Debian mirror among its package sources" >&2; exit 1; }
echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $suite main" >"$apt/etc/sources.list"
ours() {
  apt-get -o "Dir::State=$apt/state" -o "Dir::State::status=$apt/state/status" -o "Dir::Cache=$apt/cache" \
    -o "Dir::Etc::sourcelist=$apt/etc/sources.list" -o "Dir::Etc::sourceparts=$apt/etc/parts" \
    -o "APT::Sandbox::User=root" -qq "$@"
}
ours update
ours -y --no-install-recommends --download-only install $packages >/dev/null
[ -z "$alone" ] || (cd "$apt/cache/archives" && ours download $alone)
for deb in "$apt"/cache/archives/*.deb; do dpkg-deb -x "$deb" "$root"; done
# Older releases have the libraries of the system elsewhere.
[ ! -d "$root/lib" ] || cp -a "$root/lib/." "$root/usr/lib/"
# Another process may have been faster; its folder is as good.
[ -d "$target" ] || mv "$root" "$target"
