#!/usr/bin/env bash
# Builds once, runs every test project, ends with "N passed, N failed, N skipped". Fails if a test failed or was skipped.
# Arguments choose among the tests of the first project, and those of the browser stay out. LIMIT ends what does not end by itself.
set -uo pipefail
cd "$(dirname "$0")/.."
results=artifacts/test-results
rm -rf "$results"
mkdir -p "$results"
passed=0 failed=0 skipped=0
# Hosts that live for seconds gain nothing from code that is measured before it is compiled well.
export DOTNET_TieredPGO=0

# The failures again, with their reasons, where nobody has to look for them: at the end.
failures() { awk '/^    [^ ].*\[FAIL\]$/ { told = 1; print; next } /^      / && told { print; next } { told = 0 }' "$@"; }

# A project that ends without a summary has crashed: one failure.
count() {
  local summary
  summary=$(grep -oE 'Total: [0-9]+, Errors: [0-9]+, Failed: [0-9]+, Skipped: [0-9]+, Not Run: [0-9]+' "$1" | tail -1)
  if [ -z "$summary" ]; then failed=$((failed + 1)); return; fi
  local total errors bad skips unrun
  read -r total errors bad skips unrun <<<"$(tr -cd '0-9 ' <<<"$summary" | tr -s ' ')"
  passed=$((passed + total - bad - skips - unrun))
  failed=$((failed + bad + errors))
  skipped=$((skipped + skips))
}

dotnet build SmartKampung.sln -c Release --nologo -v q -clp:NoSummary || { echo "0 passed, 1 failed, 0 skipped"; exit 1; }

# Side by side, since each waits now and then for a disk, a process or a page; what the second says is shown once the first has ended.
projects=(SmartKampung.Tests)
[ $# -gt 0 ] || projects+=(SmartKampung.Browser)
runs=() told=
for project in "${projects[@]}"; do
  : >"$results/$project.log"
  timeout --kill-after=30 "${LIMIT:-40m}" dotnet "artifacts/bin/$project/release/$project.dll" -noColor -noLogo -noAutoReporters -longRunning 300 "$@" </dev/null >>"$results/$project.log" 2>&1 &
  runs+=($!)
done
trap '[ -z "$told" ] || kill "$told" 2>/dev/null; kill "${runs[@]}" 2>/dev/null' EXIT

for number in "${!projects[@]}"; do
  log="$results/${projects[number]}.log"
  tail -n +1 -f --pid="${runs[number]}" "$log" &
  told=$!
  wait "${runs[number]}"
  status=$?
  wait "$told"
  [ "$status" != 124 ] || echo "$project did not end within ${LIMIT:-40m}: the tests that ran long are named above."
  before=$failed
  count "$log"
  [ "$status" = 0 ] || [ "$failed" -gt "$before" ] || failed=$((failed + 1))
done

[ "$failed" = 0 ] || failures "$results"/*.log
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" = 0 ] && [ "$skipped" = 0 ] && [ "$passed" -gt 0 ]
