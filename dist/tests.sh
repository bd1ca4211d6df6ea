# The launcher's commands 'test' and 'soak'; read by ./caudal, whose functions it uses.

modules() {
  sed -n 's:^ *<module>\([a-z]*\)</module>.*:\1:p' "$home/pom.xml" | paste -sd ' '
}

# install_package PACKAGE WHY: from Debian's packages, if we may.
install_package() {
  ((EUID == 0)) && type -P apt-get >/dev/null || return
  printf 'caudal: installing %s, as %s\n' "$1" "$2" >&2
  { apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "$1"; } >&2
}

# The walk through the console needs a browser; where none can be had, it is skipped.
want_browser() {
  type -P chromium chromium-browser google-chrome >/dev/null && return
  install_package chromium 'the test of the console needs' && return
  printf 'caudal: there is no Chromium, so the test of the console is skipped (Debian: chromium)\n' >&2
}

# Programs that tests start and a small machine may lack.
need_test_tools() {
  local missing=()
  for program in ps kill; do
    type -P "$program" >/dev/null || missing+=("$program")
  done
  if ((${#missing[@]} == 0)); then
    printf 'caudal: the machine has what the tests need; they fetch MariaDB, and MySQL 9 where root, apt-get and amd64 are there (else its tests are skipped)\n' >&2
    return
  fi
  install_package procps "the tests need: ${missing[*]}" && return
  fail "the tests need these programs, which are not here: ${missing[*]}. Install them (Debian: procps)."
}

# Names the end-to-end tests among reports newer than a file that passed only when they were run again.
second_tries() {
  find "$home" -path '*/target/failsafe-reports/TEST-*.xml' -newer "$1" -exec awk '
    /<testcase / {
      match($0, / name="[^"]*"/); test = substr($0, RSTART + 7, RLENGTH - 8)
      match($0, / classname="[^"]*"/); suite = substr($0, RSTART + 12, RLENGTH - 13)
    }
    /<flaky(Failure|Error)/ { print suite "." test }' {} + | sort -u |
    sed 's/^/caudal: passed only on its second try, look why: /'
}

# Sums up the reports that are newer than a file.
summary() {
  find "$home" -path '*/target/*-reports/TEST-*.xml' -newer "$1" -exec grep -hm 1 '<testsuite ' {} + | awk '
    function count(name) { return match($0, " " name "=\"[0-9]+\"") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 4) : 0 }
    { tests += count("tests"); failures += count("failures"); errors += count("errors"); skipped += count("skipped") }
    END {
      printf "Tests run: %d, Failures: %d, Errors: %d, Skipped: %d\n", tests, failures, errors, skipped
      printf "%d passed, %d failed, %d skipped\n", tests - failures - errors - skipped, failures + errors, skipped
    }'
}

# The stock workers that the end-to-end tests start; nothing depends on them as far as Maven knows.
end_to_end=testkit/workers/kafka-3.3,testkit/workers/kafka-4.3,dist

# test [MODULE | guide] [OPTIONS OF MAVEN]
run_tests() {
  local scope=() code=0 begin
  if [[ ${1:-} == guide ]]; then
    scope=(-pl dist -am -Dtest=GuideTest -Dit.test=GuideIT
      -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false)
    shift
  elif [[ ${1:-} && $1 != -* ]]; then
    [[ " $(modules) " == *" $1 "* ]] || fail "there is no module '$1'. The modules are: $(modules)." 2
    scope=(-pl "${1/#dist/$end_to_end}" -am)
    shift
  fi
  need_build_tools
  need_space 2000 "$home" 'the tests'
  need_test_tools
  want_browser
  cd "$home"
  begin=$(mktemp)
  # One of hundreds that wait for real servers must not lose the results of all others; it is named at the end.
  mvn -B verify -Dfailsafe.rerunFailingTestsCount=1 "${scope[@]}" "$@" || code=$?
  second_tries "$begin"
  summary "$begin"
  rm -f "$begin"
  return "$code"
}

# fault_round SEED [OPTIONS OF MAVEN]: one round of the tests with faults and the long ones; all it prints goes to a file.
fault_round() {
  local log=$home/target/soak-$1.log
  mkdir -p "$home/target"
  if ! (cd "$home" && mvn -B -Dquick -Dstyle.color=never verify -Dtests.left-out=none -Dgroups='long | faults' -Dtests.at-once=1 \
    -Dtests.soak=true "-Dseed=$1" "${@:2}" >"$log" 2>&1); then
    grep -m 20 '^\[ERROR\]' "$log" >&2 || tail -n 20 "$log" >&2
    fail "the fault tests failed with seed $1; all of it is in $log. Repeat it: ./caudal soak --seed $1${class:+ --test $class}"
  fi
  rm -f "$log"
}

# soak --minutes N | --seed N [--test CLASS]
soak() {
  local usage='give --minutes N to run the fault tests with random seeds for N minutes, or --seed N to repeat one round; --test CLASS for one class'
  local minutes seed class rounds=0 begin=$SECONDS only=()
  minutes=$(option --minutes "$@")
  seed=$(option --seed "$@")
  class=$(option --test "$@")
  [[ $minutes$seed =~ ^[0-9]+$ && ($# -le 2 || $class && $# -le 4) ]] || fail "$usage." 2
  # A class that works in rounds of its own takes all the time for them.
  [[ ! $class ]] || only=(-Dtest=none "-Dit.test=$class" "-Dtests.minutes=${minutes:-0}"
    -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false)
  need_build_tools
  need_space 4000 "$home" 'the fault tests'
  need_test_tools
  if [[ $seed ]]; then
    printf 'caudal: one round, seed %s\n' "$seed" >&2
    fault_round "$seed" "${only[@]}"
    printf '1 round passed\n'
    return
  fi
  until ((SECONDS - begin >= minutes * 60 && rounds > 0)); do
    seed=$(od -An -N 6 -t u8 /dev/urandom | tr -d ' ')
    printf 'caudal: round %d, seed %s, %d of %d minutes are over\n' $((rounds + 1)) "$seed" $(((SECONDS - begin) / 60)) "$minutes" >&2
    fault_round "$seed" "${only[@]}"
    rounds=$((rounds + 1))
  done
  printf '%d rounds passed in %d minutes\n' "$rounds" $(((SECONDS - begin) / 60))
}
