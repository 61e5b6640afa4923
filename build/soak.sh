#!/usr/bin/env bash
# Serves a mixed load for MINUTES (60) and prints what the host's memory does. Copies what it runs, so that later builds change nothing.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
dotnet publish host -c Release --nologo -v q -o "$folder/host"
dotnet publish tests/Benchmarks -c Release --nologo -v q -o "$folder/load"
dotnet "$folder/load/SmartKampung.Benchmarks.dll" soak "$folder/host"
