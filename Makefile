# run: serve on this machine    test: all tests    setup: what both need
# bench: speed, prints ratios   torture: the long counts   soak: memory under load for MINUTES=60
# screenshots: pictures of each kind of page
.PHONY: setup run test bench torture soak screenshots

setup:
	build/install.sh browser
	dotnet restore SmartKampung.sln

run:
	build/run.sh

test:
	build/install.sh browser
	build/test.sh

bench:
	build/install.sh bench
	build/bench.sh

torture:
	build/install.sh browser
	SMARTKAMPUNG_TEST_KILLS=50 SMARTKAMPUNG_TEST_RUNS=1000 SMARTKAMPUNG_TEST_SWAPS=20 SMARTKAMPUNG_TEST_VISITORS=32 SMARTKAMPUNG_TEST_EVENTS=100000 SMARTKAMPUNG_TEST_JOBS=100000 SMARTKAMPUNG_TEST_BACKUPS=20 SMARTKAMPUNG_TEST_GUESSES=10000 build/test.sh

soak:
	build/soak.sh

screenshots:
	build/install.sh browser
	build/screenshots.sh
