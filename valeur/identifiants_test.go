package valeur

import "testing"

// The vectors come from the published controls (CNAM nir-validation, Insee,
// ECBS, Banque de France) and were recomputed by hand.

func TestNIR(t *testing.T) {
	for nir, cle := range map[string]int{
		"2550814168025": 38, "2940375120005": 91, "1531245007231": 60,
		"284052A321025": 52, "284052B321025": 79, "2840588321025": 32,
		"284202B321025": 28, "284992B321025": 31, "2850199999001": 64,
	} {
		n, err := ParseNIR(nir)
		if err != nil || n.Cle() != cle {
			t.Errorf("NIR %s : clé %d (%v), attendu %d", nir, n.Cle(), err, cle)
		}
		avecCle := nir + string([]byte{byte('0' + cle/10), byte('0' + cle%10)})
		if _, err := ParseNIR(avecCle); err != nil {
			t.Errorf("%s refusé : %v", avecCle, err)
		}
		autre := cle%97 + 1
		if _, err := ParseNIR(nir + string([]byte{byte('0' + autre/10), byte('0' + autre%10)})); err != ErrCleNIR {
			t.Errorf("%s avec la clé %d : %v, attendu %v", nir, autre, err, ErrCleNIR)
		}
	}
	for _, faux := range []string{"", "285019999900", "3850199999001", "2851399999001", "28501A9999001", "285012C999001"} {
		if n, err := ParseNIR(faux); err == nil {
			t.Errorf("%q accepté comme %v", faux, n.Genre())
		}
	}
	if g := NIR("7144100000001").Genre(); g != NIRProvisoire {
		t.Errorf("NNP lu comme %v", g)
	}
}

func TestSIRET(t *testing.T) {
	for s, bon := range map[string]bool{
		"73282932000074": true, "00000000000000": true, "35600000000048": true, "35600000049837": true,
		"73282932000075": false, "35600000049838": false, "7328293200007": false, "7328293200007X": false,
	} {
		if _, err := ParseSIRET(s); (err == nil) != bon {
			t.Errorf("SIRET %s : %v", s, err)
		}
	}
	if !ValiderSIREN("732829320") || ValiderSIREN("732829321") {
		t.Error("SIREN mal contrôlé")
	}
	if s := "7328293200007"; CleLuhn(s) != '4' {
		t.Errorf("clé de Luhn %c", CleLuhn(s))
	}
}

func TestIBAN(t *testing.T) {
	for s, bon := range map[string]bool{
		"FR1420041010050500013M02606":       true,
		"FR7630006000011234567890189":       true,
		"fr76 3000 6000 0112 3456 7890 189": true,
		"FR7630006000011234567890188":       false,
		"DE89370400440532013000":            true,
		"DE8937040044053201300":             false,
		"US64SVBKUS6S3300958879":            false,
	} {
		if _, err := ParseIBAN(s); (err == nil) != bon {
			t.Errorf("IBAN %s : %v", s, err)
		}
	}
	i := NewIBANFrancais("30006", "00001", "12345678901")
	if i != "FR7630006000011234567890189" {
		t.Errorf("IBAN construit : %s", i.Clair())
	}
	if i.String() != "FR76 •••• 0189" {
		t.Errorf("IBAN masqué : %s", i)
	}
}
