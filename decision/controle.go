package decision

import (
	"crypto/sha256"
	_ "embed"
	"encoding/binary"
	"encoding/csv"
	"slices"
	"strconv"
	"strings"

	v "accord/valeur"
)

//go:embed controle.csv
var controleCSV string

// Natures of a payment, as the draw tells them apart.
const (
	PremierPaiement = "premier"
	Suite           = "suite"
	Acompte         = "acompte"
	Rappel          = "rappel"
)

// tirage is the rate at which payments of one nature are drawn from a day on.
type tirage struct {
	nature string
	depuis v.Jour
	unSur  uint64
	avant  bool
}

// Tirages is a table of rates.
type Tirages []tirage

// TiragesEnVigueur is the table of the program.
var TiragesEnVigueur = LireTirages(controleCSV)

// LireTirages reads a table of rates. It is part of the program: a table that
// cannot be read is a fault of the build, and stops it.
func LireTirages(texte string) Tirages {
	r := csv.NewReader(strings.NewReader(texte))
	r.Comma, r.Comment = ';', '#'
	lignes, err := r.ReadAll()
	if err != nil {
		panic("decision: controle.csv: " + err.Error())
	}
	var ts Tirages
	for _, l := range lignes[1:] {
		depuis, err := v.ParseJour(l[1])
		unSur, err2 := strconv.ParseUint(l[2], 10, 32)
		if err != nil || err2 != nil || unSur == 0 || l[3] != "apres" && l[3] != "avant" {
			panic("decision: controle.csv: ligne «" + strings.Join(l, ";") + "»")
		}
		ts = append(ts, tirage{l[0], depuis, unSur, l[3] == "avant"})
	}
	return ts
}

// Natures lists the natures of payments, in the order of the table.
func (ts Tirages) Natures() (ns []string) {
	for _, t := range ts {
		if !slices.Contains(ns, t.nature) {
			ns = append(ns, t.nature)
		}
	}
	return ns
}

// Tirer reports whether an order made on a day is drawn, and whether its payment
// waits for the outcome. The draw follows from the identifier of the order: it is
// the same for everyone, and nobody can choose it.
func (ts Tirages) Tirer(ordre, nature string, le v.Jour) (tire, avant bool) {
	var ligne *tirage
	for i := range ts {
		if t := &ts[i]; t.nature == nature && t.depuis <= le && (ligne == nil || t.depuis >= ligne.depuis) {
			ligne = t
		}
	}
	if ligne == nil || rangDuSort(ordre)%ligne.unSur != 0 {
		return false, false
	}
	return true, ligne.avant
}

// Possible reports whether an order would be drawn under some row: most are not,
// and need not be opened to be told apart.
func (ts Tirages) Possible(ordre string) bool {
	rang := rangDuSort(ordre)
	return slices.ContainsFunc(ts, func(t tirage) bool { return rang%t.unSur == 0 })
}

func rangDuSort(ordre string) uint64 {
	h := sha256.Sum256([]byte("controle/" + ordre))
	return binary.BigEndian.Uint64(h[:])
}
