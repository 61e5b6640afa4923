#!/usr/bin/env bash
# Builds, runs the tests that count with their long counts, prints what they counted and ends with "N passed, N failed, N skipped".
set -euo pipefail
cd "$(dirname "$0")/.."
export SMARTKAMPUNG_TEST_KILLS=${KILLS:-50} SMARTKAMPUNG_TEST_RUNS=${RUNS:-100} SMARTKAMPUNG_TEST_SWAPS=${SWAPS:-20} SMARTKAMPUNG_TEST_VISITORS=${VISITORS:-32}
export SMARTKAMPUNG_TEST_EVENTS=${EVENTS:-100000} SMARTKAMPUNG_TEST_JOBS=${JOBS:-100000} SMARTKAMPUNG_TEST_BACKUPS=${BACKUPS:-20} SMARTKAMPUNG_TEST_GUESSES=${GUESSES:-10000} SMARTKAMPUNG_TEST_LETTER_TYPES=${LETTER_TYPES:-44}
build/test.sh -trait "Counts=long" -showLiveOutput
