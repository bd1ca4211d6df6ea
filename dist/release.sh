# The launcher's command 'dist'; read by ./caudal, whose functions it uses.

# dist: the last commit as a release, in target/release. It is built in a folder of its own, so that neither files that are
# not committed nor a platform that runs from here have a part in it.
release() {
  (($# == 0)) || fail "'caudal dist' takes no arguments; what it makes is in target/release." 2
  need_build_tools
  need_space 2500 "$home" 'a release'
  [[ -z $(git -C "$home" status --porcelain 2>&1) ]] ||
    fail "a release is made of a commit, and there are changes in $home that are in none. Commit or remove them ('git status' names them)."
  local made=$home/target/release sources
  mkdir -p "$home/target"
  sources=$(mktemp -d "$home/target/.release.XXXXXX")
  # shellcheck disable=SC2064 # the folder of now
  trap "rm -rf '$sources'" EXIT
  git -C "$home" archive HEAD | tar -x -C "$sources"
  printf 'caudal: building a release of commit %s\n' "$(git -C "$home" rev-parse --short HEAD)" >&2
  (cd "$sources" && mvn -B -q -Dquick -Dwithout-mariadb -Dmaven.test.skip=true -Prelease package -pl dist -am) >&2 ||
    fail 'the release could not be built; see above'
  local parts=$sources/target/release
  (cd "$sources/console" && npm sbom --sbom-format=cyclonedx --omit=dev --package-lock-only) >"$parts/console.cdx.json" ||
    fail 'npm could not list the packages of the console; see above'
  (cd "$parts" && sha256sum ./*.tar.gz ./*.zip >SHA256SUMS)
  rm -rf "$made"
  mv "$parts" "$made"
  (cd "$made" && du -h ./* | sed "s:\./:$made/:")
}
