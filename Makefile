SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := aide

GO ?= go
FUZZTIME ?= 30s
CHECKS ?= 10000
CAS ?= 1000000
REGLES ?= tout
BASE ?= accord-demo
STATICCHECK_VERSION := v0.8.2

# Nothing may be skipped (see internal/essai). The race detector links with C.
SANS_SAUT := ACCORD_SANS_SAUT=1 CGO_ENABLED=1

.PHONY: aide build test test-rapide race bench bench-lot fuzz long mutants regles prestations clics lint demo generer propre

aide: ## this list
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/^([a-z-]+):.*## /\1\t/' | awk -F'\t' '{ printf "  make %-12s %s\n", $$1, $$2 }'

build: ## the program: ./accord
	CGO_ENABLED=0 $(GO) build -trimpath -o accord ./cmd/accord

test: ## everything, on both stores, with browser and schemas; installs what is missing; a skip is a failure
	@.ci/install
	$(GO) vet ./...
	$(SANS_SAUT) $(GO) test -race -run '^TestConformite$$//^concurrence$$' ./store
	$(SANS_SAUT) $(GO) test -race -run '^TestLot' ./format/calcul
	$(SANS_SAUT) $(GO) test -timeout 30m ./...

test-rapide: ## go test ./..., with Go only; says what this machine makes it skip
	$(GO) test ./...
	@.ci/install --dire

race: ## every package where several goroutines meet, whole, under the race detector (minutes)
	$(SANS_SAUT) $(GO) test -race ./app ./format/calcul ./sim ./store ./web

bench: ## every benchmark beside its floor, then a million cases, another computation and the whole demo, timed
	$(SANS_SAUT) $(GO) test -run '^$$' -bench . -benchmem $$(grep -rl --include='*_test.go' '^func Benchmark' . | xargs -n1 dirname | sort -u)
	$(MAKE) bench-lot
	bench/modele-social/lancer "$$PWD/accord"
	base=$$(mktemp -d) && time ./accord demo --sans-serveur --base "$$base" && rm -r "$$base"

bench-lot: ## CAS (1000000) mixed cases through «accord calculer --lot», timed
	$(GO) build -o accord ./cmd/accord
	lot=$$(mktemp) && trap 'rm -f "$$lot"' EXIT && ./accord tirer --nombre $(CAS) --resultat-seul > "$$lot" && time ./accord calculer --lot "$$lot" | wc -l

fuzz: ## each fuzz target for FUZZTIME (30s)
	grep -rHo --include='*_test.go' '^func Fuzz[A-Za-z0-9_]*' . | sed -E 's|/[^/]*:func |  |' | while read -r package target; do \
		$(GO) test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) "$$package"; \
	done

mutants: ## the code of the rules, changed in thousands of ways: each change is noticed, or explained; goes on where it stopped
	nice $(GO) run ./internal/mutation

long: mutants ## whole, what the suite samples: every step, parameter, rule disabled and a million cases; properties with CHECKS (10000) draws
	ACCORD_LONG=1 ACCORD_MUTANTS=1 $(GO) test -timeout 6h ./...
	$(GO) test -timeout 6h $$(grep -rl --include='*_test.go' 'pgregory.net/rapid' . | xargs -n1 dirname | sort -u) -rapid.checks=$(CHECKS)

regles: ## disables each rule (REGLES: «tout», some separated by commas, or «table»), and writes docs/regles.md
	ACCORD_REGLES='$(REGLES)' $(GO) test -count=1 -timeout 3h -v -run '^TestNeutralisations$$' ./exemples

prestations: ## computes the cases of docs/prestations, and writes their drawings
	ACCORD_PRESTATIONS=1 $(GO) test -count=1 -run '^TestPrestations$$' ./exemples

clics: ## walks the tasks of an agent in a browser, and writes docs/clics.md
	ACCORD_CLICS=1 $(SANS_SAUT) $(GO) test -count=1 -run '^TestNavigateurClics$$' ./web

lint: ## gofmt, go vet and staticcheck, which it installs
	@test -z "$$(gofmt -l .)" || { gofmt -l .; echo 'make lint: gofmt these files'; exit 1; }
	$(GO) vet ./...
	PATH="$$($(GO) env GOPATH)/bin:$$PATH"; \
	staticcheck -version 2>/dev/null | grep -qF '($(STATICCHECK_VERSION:v%=%))' || $(GO) install honnef.co/go/tools/cmd/staticcheck@$(STATICCHECK_VERSION); \
	staticcheck ./...

demo: ## a caisse of invented people, lived and paid, then the desk on 127.0.0.1
	$(GO) run ./cmd/accord demo --base $(BASE)

generer: ## the generated queries of the store (sqlc v1.31.1)
	@command -v sqlc >/dev/null || { echo 'make generer needs sqlc v1.31.1: go install github.com/sqlc-dev/sqlc/cmd/sqlc@v1.31.1'; exit 1; }
	$(GO) generate ./store

propre: ## removes what was built and the demo
	rm -rf accord accord-demo coverage.out
	$(GO) clean -testcache
