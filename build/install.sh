#!/usr/bin/env bash
# Installs what papers, the tests or the benchmarks need beside the .NET SDK and Node. Nothing that is there already is touched.
set -euo pipefail
cd "$(dirname "$0")/.."

# Papers alone are no reason to ask for a password.
as_root() { if [ "$(id -u)" = 0 ]; then "$@"; elif [ "$what" = papers ]; then sudo -n "$@"; else sudo "$@"; fi; }

what=${1:?papers, browser or bench}

# need WHAT PACKAGE: WHAT is a command or a path that the Debian package brings.
missing=()
need() { command -v "$1" >/dev/null || [ -e "$1" ] || missing+=("$2"); }

papers() {
  need /usr/lib/python3/dist-packages/weasyprint weasyprint
  need /usr/share/fonts/truetype/liberation2 fonts-liberation2
}

case "$what" in
papers) papers ;;
browser)
  papers
  need pdfsig poppler-utils
  need "${CHROMIUM:-/usr/bin/chromium-headless-shell}" chromium-headless-shell
  need java default-jre-headless
  need /usr/share/fonts/truetype/dejavu fonts-dejavu-core
  need strace strace
  ;;
bench)
  papers
  need wrk wrk
  ;;
esac

if [ ${#missing[@]} -gt 0 ]; then
  echo "Installing ${missing[*]}"
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

lock=tests/Browser/package-lock.json
if [ "$what" = browser ] && ! cmp -s "$lock" tests/Browser/node_modules/.installed; then
  npm ci --prefix tests/Browser --ignore-scripts --no-audit --no-fund --loglevel=error
  cp "$lock" tests/Browser/node_modules/.installed
fi
