package web

import (
	"io"
	"net/http"
	"strings"
	"testing"
)

// TestJours: the page of a day says its state, its amount, its line, its rule,
// and which order paid it or who is awaited.
func TestJours(t *testing.T) {
	h := service(t, nouveauBureau(t), io.Discard)
	for _, c := range []struct {
		jour     string
		dit      []string
		neDitPas []string
	}{
		{"2026-10-12", []string{
			"Lundi 12 octobre 2026", "TRANSPORTS ROCHE", "payé en partie", "13,87 €", "7,00 € brut", ordreCorr, "Gain journalier et indemnité", "MAL-BAS-04", "article R.323-5",
			"La moitié du gain journalier", "BOULANGERIE DU MOULIN", "Ce jour a été payé.", "l'employeur BOULANGERIE DU MOULIN, subrogé", "Paiement " + ordreEmis, "le 13/10/2026, référence IJ" + ordreEmis,
			"dimanche 11 octobre 2026", "mardi 13 octobre 2026",
		}, []string{"Ce que ce jour attend", "Du 05/03/2026 au 15/03/2026"}},
		{"2026-10-20", []string{
			"en attente d'une réponse", "2,50 € brut déjà certains", "Ce que ce jour attend", "De l'employeur TRANSPORTS ROCHE, depuis le 14/10/2026, réponse attendue le 24/10/2026 (dépassé de 30 jours)", "paiement en cours", "signé, à viser",
		}, []string{"BOULANGERIE DU MOULIN, depuis"}},
		{"2026-11-04", []string{"De l'employeur BOULANGERIE DU MOULIN, depuis le 20/11/2026", "dû, non payé"}, []string{"Paiements de ce jour"}},
		{"2026-11-17", []string{"refus à décider", "rien n'est notifié", "Prescripteur d'une prolongation", "suspendu", "Décision signée par A. Vidal"}, nil},
		{"2026-11-01", []string{"non prescrit", "Aucune prescription ne couvre ce jour"}, nil},
		{"2026-11-23", []string{"à venir"}, nil},
		{"2026-09-13", []string{"payé en trop", "Ce jour n'est plus couvert par un arrêt.", ordreCorr, "lundi 14 septembre 2026"}, []string{"samedi 12"}},
		{"2026-09-14", []string{"carence", "les premiers jours d'un arrêt ne sont pas indemnisés"}, nil},
	} {
		corps := texte(ouvrirPage(t, h, "/dossiers/"+dossierLong+"/jours/"+c.jour))
		for _, mot := range c.dit {
			if !strings.Contains(corps, mot) {
				t.Errorf("%s ne dit pas «%s»", c.jour, mot)
			}
		}
		for _, mot := range c.neDitPas {
			if strings.Contains(corps, mot) {
				t.Errorf("%s dit «%s»", c.jour, mot)
			}
		}
	}
}

func TestOrdre(t *testing.T) {
	h := service(t, nouveauBureau(t), io.Discard)
	for id, dit := range map[string][]string{
		ordreEmis: {
			"émis à la banque", dossierLong, "26 jours, du 17/09/2026 au 12/10/2026", "SIRET 732 829 320 00074), subrogé", "MARTIN CLAIRE", "FR76 •••• 6537", "IJ" + ordreEmis, "IJ-441-20261013-0001", "2026-08-20",
			"494,00 €", "30,63 €", "2,47 €", "475,23 €", "460,90 €", "signature de l'ordonnateur M. Laurent", "visa du directeur comptable S. Petit", "émission à la banque S. Petit", "lot du mardi",
			"Feuille de calcul", "La moitié du gain journalier",
		},
		ordrePret: {"signé, à viser", "pas encore en lot"},
		ordreCorr: {"corrige la ligne EMISROUTEABCDEFGHIJK-1", "selon le jour", "34,74 €", "personne n'y a encore touché"},
	} {
		corps := texte(ouvrirPage(t, h, "/ordres/"+id))
		for _, mot := range dit {
			if !strings.Contains(corps, mot) {
				t.Errorf("%s ne dit pas «%s»", id, mot)
			}
		}
	}
}

// TestPiece: the extract is shown as received, line by line, in its alphabet,
// and nothing in it is taken for a page.
func TestPiece(t *testing.T) {
	h := service(t, nouveauBureau(t), io.Discard)
	racine := ouvrirPage(t, h, "/dossiers/"+dossierLong+"/pieces/"+pieceDSN)
	ol := tous(racine, "ol", "extrait")[0]
	if attribut(ol, "start") != "112" || len(tous(ol, "li", "")) != 3 {
		t.Errorf("l'extrait commence à la ligne %s et en a %d", attribut(ol, "start"), len(tous(ol, "li", "")))
	}
	if !strings.Contains(texte(ol), "'Clémence'") {
		t.Errorf("l'alphabet de la DSN est perdu : %s", texte(ol))
	}
	corps := lire(t, h, "/dossiers/"+dossierLong+"/pieces/"+pieceAvis, http.StatusOK)
	if strings.Contains(corps, "<b>DUPUIS") || !strings.Contains(corps, "&lt;b&gt;DUPUIS") {
		t.Error("l'extrait est pris pour une page")
	}
	if texte(tous(ouvrirPage(t, h, "/dossiers/"+claire+"/pieces/"+pieceAvis), "h1", "")[0]) != "Avis d'arrêt de travail" {
		t.Error("la pièce ne s'ouvre pas depuis la personne")
	}
}
