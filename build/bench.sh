#!/usr/bin/env bash
# Publishes the host and prints how it does; fails nothing.
set -euo pipefail
cd "$(dirname "$0")/.."
published="$PWD/artifacts/bench/host"
dotnet publish host -c Release --nologo -v q -o "$published"
dotnet build tests/Benchmarks -c Release --nologo -v q -clp:NoSummary
dotnet build tests/Fixtures/Specimen -c Release --nologo -v q -clp:NoSummary
dotnet artifacts/bin/SmartKampung.Benchmarks/release/SmartKampung.Benchmarks.dll "$published"
