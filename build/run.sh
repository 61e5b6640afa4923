#!/usr/bin/env bash
# Builds and serves on http://localhost:5000 until Ctrl+C, with demo accounts. The data stay in data/.
set -euo pipefail
cd "$(dirname "$0")/.."
port=${PORT:-5000}

build/install.sh papers || echo "PDFs can't be made here until somebody installs what is missing: apt-get install weasyprint fonts-liberation2"

dotnet build host -c Release --nologo -v q -clp:NoSummary

welcome() {
  until (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; do sleep 0.2; done
  echo "SmartKampung: portal http://localhost:$port, demo village http://localhost:$port/tamansari-licin, demo accounts http://localhost:$port/masuk (Ctrl+C stops)"
}
welcome &
trap 'kill $! 2>/dev/null || true' EXIT

dotnet artifacts/bin/SmartKampung.Host/release/SmartKampung.Host.dll \
  --data "${DATA:-data}" --urls "http://localhost:$port" --demo
