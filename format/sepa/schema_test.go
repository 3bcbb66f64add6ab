package sepa

import (
	"accord/internal/essai"

	"bytes"
	"encoding/xml"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

const sousEnsemble = "testdata/pain.001.sous-ensemble.xsd"

// schemas returns the schema of the subset, and the official one where the
// folder named by ACCORD_XSD holds it. The official schema is not ours to
// distribute.
func schemas(t *testing.T) []string {
	t.Helper()
	if _, err := exec.LookPath("xmllint"); err != nil {
		essai.Sauter(t, "xmllint absent (paquet Debian libxml2-utils) : fichiers non confrontés aux schémas XSD")
	}
	dossier := os.Getenv("ACCORD_XSD")
	if dossier == "" {
		t.Log("ACCORD_XSD absent : confrontation au seul sous-ensemble, pas au schéma officiel")
		return []string{sousEnsemble}
	}
	return []string{sousEnsemble, filepath.Join(dossier, "pain.001.001.09.xsd")}
}

// valider runs xmllint once over many files and returns, for each, why it is
// invalid, or nothing.
func valider(t *testing.T, schema string, fichiers [][]byte) []string {
	t.Helper()
	dossier := t.TempDir()
	arguments := []string{"--noout", "--nonet", "--schema", schema}
	for i, f := range fichiers {
		nom := filepath.Join(dossier, fmt.Sprintf("%05d.xml", i))
		if err := os.WriteFile(nom, f, 0o600); err != nil {
			t.Fatal(err)
		}
		arguments = append(arguments, nom)
	}
	sortie, _ := exec.Command("xmllint", arguments...).CombinedOutput() // exit code 3 as soon as one is invalid
	motifs := make([]string, len(fichiers))
	for i := range motifs {
		motifs[i] = "aucun verdict de xmllint : " + string(sortie[:min(len(sortie), 300)])
	}
	verdict := regexp.MustCompile(`(?m)^\S*/(\d{5})\.xml(?::\d+: (.*)| (validates)| fails to validate)$`)
	for _, m := range verdict.FindAllSubmatch(sortie, -1) {
		i, _ := strconv.Atoi(string(m[1]))
		switch {
		case len(m[3]) > 0:
			motifs[i] = ""
		case len(m[2]) > 0:
			motifs[i] = string(m[2])
		}
	}
	return motifs
}

func TestFichiersValidesSelonLesSchemas(t *testing.T) {
	var fichiers [][]byte
	fichiers = append(fichiers, ecrire(t, petitLot()))
	for graine := range 60 {
		fichiers = append(fichiers, ecrire(t, unLot.Example(graine)))
	}
	for _, schema := range schemas(t) {
		for i, motif := range valider(t, schema, fichiers) {
			if motif != "" {
				t.Errorf("%s : %s\n%s", filepath.Base(schema), motif, fichiers[i])
			}
		}
	}
}

// The check in Go and the schema of the subset were written apart. Each
// element of a file is removed, doubled, swapped, renamed, emptied…: whatever
// the schema refuses, CheckFile refuses, and the other way round save for the
// rules that no schema can state.
func TestStructureCommeLeSchema(t *testing.T) {
	liste := schemas(t)
	l := petitLot()
	l.Ordres = l.Ordres[2:]
	dommages, fichiers := mutants(t, ecrire(t, l))
	horsSchema := regexp.MustCompile(`compté|recalculé|débiteur :|identifiant du lot :|NIR|BIC absent|SIRET$|` +
		`n'est pas un IBAN|TARGET|avant la création|lettre`)
	refuses := 0
	for i, motif := range valider(t, liste[0], fichiers) {
		_, anomalies := CheckFile(bytes.NewReader(fichiers[i]))
		if motif != "" {
			refuses++
			if len(anomalies) == 0 {
				t.Errorf("%s : accepté, mais le schéma dit : %s", dommages[i], motif)
			}
			continue
		}
		for _, a := range anomalies {
			if !horsSchema.MatchString(a.Message) {
				t.Errorf("%s : le schéma accepte ce que CheckFile refuse : %s", dommages[i], a)
			}
		}
	}
	if refuses < len(fichiers)/2 {
		t.Errorf("%d refus du schéma sur %d fichiers abîmés", refuses, len(fichiers))
	}
	if len(liste) > 1 { // what the subset accepts, the official schema accepts
		officiel := valider(t, liste[1], fichiers)
		for i, motif := range valider(t, liste[0], fichiers) {
			if motif == "" && officiel[i] != "" {
				t.Errorf("%s : le sous-ensemble accepte, le schéma officiel dit : %s", dommages[i], officiel[i])
			}
		}
	}
}

// balise is one element of the file as written: where it starts, where its
// content starts and ends, where it ends.
type balise struct {
	nom               string
	debut, de, a, fin int
	feuille           bool
}

// mutants returns the file damaged in every way, one at a time, and what was
// done to it.
func mutants(t *testing.T, fichier []byte) (dommages []string, m [][]byte) {
	t.Helper()
	s := string(fichier)
	precedente := map[int]balise{} // by the position where it ends
	for _, b := range balises(t, fichier) {
		precedente[b.fin] = b
		remplacer := func(quoi string, de, a int, par string) {
			dommages = append(dommages, fmt.Sprintf("<%s> à l'octet %d %s", b.nom, b.debut, quoi))
			m = append(m, []byte(s[:de]+par+s[a:]))
		}
		entier := s[b.debut:b.fin]
		remplacer("ôté", b.debut, b.fin, "")
		remplacer("doublé", b.fin, b.fin, entier)
		remplacer("précédé d'un intrus", b.debut, b.debut, "<AdrLine>x</AdrLine>")
		remplacer("renommé", b.debut, b.fin, strings.ReplaceAll(entier, b.nom, "Autre"))
		remplacer("vidé", b.de, b.a, "")
		remplacer("d'un autre espace de noms", b.debut+1+len(b.nom), b.debut+1+len(b.nom), ` xmlns="urn:autre"`)
		remplacer("avec un attribut", b.debut+1+len(b.nom), b.debut+1+len(b.nom), ` a="b"`)
		if p, ok := precedente[b.debut]; ok {
			remplacer("échangé avec le précédent", p.debut, b.fin, entier+s[p.debut:p.fin])
		}
		if !b.feuille {
			remplacer("avec du texte", b.de, b.de, "texte")
			continue
		}
		for _, texte := range []string{"é", "0", "-1.00", "1.5", "AB", "A  B", s[b.de:b.a] + "/", "a//b", strings.Repeat("A", 200), "2026-02-30"} {
			remplacer("valant "+abreger(texte), b.de, b.a, texte)
		}
	}
	return dommages, m
}

func balises(t *testing.T, fichier []byte) (liste []balise) {
	t.Helper()
	dec := xml.NewDecoder(bytes.NewReader(fichier))
	var ouvertes []balise
	for {
		avant := int(dec.InputOffset())
		jeton, err := dec.Token()
		if err != nil {
			return liste
		}
		switch e := jeton.(type) {
		case xml.StartElement:
			if n := len(ouvertes); n > 0 {
				ouvertes[n-1].feuille = false
			}
			ouvertes = append(ouvertes, balise{nom: e.Name.Local, debut: avant, de: int(dec.InputOffset()), feuille: true})
		case xml.EndElement:
			b := ouvertes[len(ouvertes)-1]
			ouvertes = ouvertes[:len(ouvertes)-1]
			b.a, b.fin = avant, int(dec.InputOffset())
			if b.nom != "Document" {
				liste = append(liste, b)
			}
		}
	}
}
