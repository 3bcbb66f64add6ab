package store

import (
	"testing"

	"accord/app"
	"accord/store/storetest"
)

func TestConformite(t *testing.T) {
	for _, a := range adresses {
		t.Run(a.nom, func(t *testing.T) {
			storetest.Run(t, func(t *testing.T) app.Store { return ouvrirEssai(t, a.url(t)) })
		})
	}
}
