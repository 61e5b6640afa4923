#!/usr/bin/env bash
# Writes pictures of each kind of page at 360 and 1280 pixels to artifacts/screenshots.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build SmartKampung.sln -c Release --nologo -v q -clp:NoSummary
mkdir -p artifacts/screenshots
dotnet artifacts/bin/SmartKampung.Browser/release/SmartKampung.Browser.dll \
  -noColor -noLogo -explicit only -class SmartKampung.Browser.Screenshots
echo "Pictures are in artifacts/screenshots"
