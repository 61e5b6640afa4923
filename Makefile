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
	build/torture.sh

soak:
	build/soak.sh

screenshots:
	build/install.sh browser
	build/screenshots.sh
