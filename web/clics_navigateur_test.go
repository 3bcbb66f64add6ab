package web

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"accord/dossier"
	"accord/paiement"
	"accord/registre"
	v "accord/valeur"
)

// parcours walks one task as an agent does, and counts what it asks of them.
type parcours struct {
	t      *testing.T
	ctx    context.Context
	liens  int // followed
	envois int // forms sent
	champs int // filled in
}

// suivre follows the link whose address ends so.
func (p *parcours) suivre(fin, h1 string) {
	p.t.Helper()
	p.liens++
	presser(p.t, p.ctx, `main a[href$="`+fin+`"]`, h1)
}

// commencer follows the link whose address begins so: what follows is filled in already.
func (p *parcours) commencer(debut, h1 string) {
	p.t.Helper()
	p.liens++
	presser(p.t, p.ctx, `main a[href^="`+debut+`"]`, h1)
}

func (p *parcours) remplir(champs ...[2]string) {
	p.t.Helper()
	p.champs += len(champs)
	remplir(p.t, p.ctx, champs...)
}

func (p *parcours) envoyer(bouton, h1 string) {
	p.t.Helper()
	p.envois++
	presser(p.t, p.ctx, bouton, h1)
}

// tachesComptees are the ten that a technician does most. Each begins on the list, by someone who said who they are.
func tachesComptees(piece string) []struct {
	nom, role string
	faire     func(p *parcours)
	vu        string // what the page that ends it says
} {
	const nom, adresse = "MARTIN (DUPUIS) Claire", "/dossiers/" + dossierLong
	ouvrir := func(p *parcours) { p.suivre(adresse, nom) }
	acte := func(nature dossier.NatureIntervention, h1 string, champs ...[2]string) func(*parcours) {
		return func(p *parcours) {
			ouvrir(p)
			p.commencer(adresse+"/actes/"+string(nature)+"?", h1)
			p.remplir(champs...)
			p.envoyer("main button[value=voir]", h1)
			p.envoyer("main button[value=faire]", nom)
		}
	}
	direct := func(nature dossier.NatureIntervention, h1 string, champs ...[2]string) func(*parcours) {
		return func(p *parcours) {
			ouvrir(p)
			p.suivre(adresse+"/actes/"+string(nature), h1)
			p.remplir(champs...)
			p.envoyer("main button[value=faire]", nom)
		}
	}
	motif := func(m string) [2]string { return [2]string{"motif", m} }
	return []struct {
		nom, role string
		faire     func(p *parcours)
		vu        string
	}{
		{"Voir qui doit agir ensuite", "tech", func(*parcours) {}, "l'employeur TRANSPORTS ROCHE"},
		{"Trouver une personne par son NIR", "tech", func(p *parcours) {
			p.remplir([2]string{"q", nirClaire.Clair()})
			p.envoyer("header form button", nom)
		}, "Dossiers"},
		{"Voir pourquoi un jour n'est pas payé", "tech", func(p *parcours) {
			ouvrir(p)
			p.suivre("/jours/2026-10-20", "Mardi 20 octobre 2026")
		}, "Il manque le salaire d'août 2026"},
		{"Joindre la pièce qui répond à une question", "tech", func(p *parcours) {
			ouvrir(p)
			p.suivre(adresse+"/actes/joindre", "Joindre une pièce")
			p.champs++
			executer(p.t, p.ctx, chromedp.SetUploadFiles("#fichier", []string{piece}))
			p.remplir(motif("bulletin d'août"))
			p.envoyer("main button[value=faire]", nom)
		}, filepath.Base(piece)},
		{"Forcer le salaire qui manque", "tech", acte(dossier.ForcerSalaire, "Forcer un salaire", [2]string{"montant", "2 000,00"}, motif("bulletin d'août vu")), "bulletin d'août vu"},
		{"Libérer des jours retenus", "tech", acte(dossier.Liberer, "Libérer des jours retenus", motif("pièce vérifiée")), "pièce vérifiée"},
		{"Décider un acompte", "tech", acte(dossier.Avancer, "Verser un acompte de ce qui est certain", motif("loyer dû")), "loyer dû"},
		{"Signer une décision défavorable", "dir", func(p *parcours) {
			ouvrir(p)
			p.suivre(adresse+"/signature", "Signer les décisions défavorables")
			p.remplir(motif("avis et dates relus"))
			p.envoyer("main button", nom)
		}, nom},
		{"Ajouter une note", "tech", direct(dossier.Noter, "Noter", motif("a appelé ce matin")), "a appelé ce matin"},
		{"Confier le dossier à quelqu'un", "tech", direct(dossier.Confier, "Confier le dossier", [2]string{"acteur", "Zoé Martin"}, motif("suit déjà la famille")), "suit déjà la famille"},
	}
}

const pageClics = "../docs/clics.md"

// TestNavigateurClics walks each task by keyboard, without scripts, and holds docs/clics.md to what it counted. With
// ACCORD_CLICS=1, it writes the table.
func TestNavigateurClics(t *testing.T) {
	b := nouveauBureau(t)
	ctx, adresse := naviguerSur(t, b)
	sansScript(t, ctx, true)
	retenu := func(m paiement.Motif, du, au v.Jour) paiement.Retenue {
		r := paiement.Retenue{Dossier: dossierLong, Destinataire: registre.Assure, Motif: m, Par: "Zoé Martin", Jours: 2, Brut: 500, Depuis: du, Jusque: j(12, 1)}
		r.Details = []paiement.JourRetenu{{Cle: registre.Cle{Jour: du, Ligne: ligneRoute}}, {Cle: registre.Cle{Jour: au, Ligne: ligneRoute}}}
		return r
	}
	d := b.vues[claire].Dossier
	d.Retenues = append(d.Retenues, retenu(paiement.ParUneMain, j(11, 3), j(11, 4)), retenu(paiement.AttendAcompte, j(10, 13), j(10, 14)))
	piece := filepath.Join(t.TempDir(), "bulletin.pdf")
	if err := os.WriteFile(piece, []byte("%PDF-1.4"), 0o600); err != nil {
		t.Fatal(err)
	}
	var table bytes.Buffer
	fmt.Fprintln(&table, "| Tâche | Liens suivis | Formulaires envoyés | Champs remplis |\n|---|--:|--:|--:|")
	for _, x := range tachesComptees(piece) {
		executer(t, ctx, chromedp.Navigate(adresse+"/moi?retour=%2F"))
		executer(t, ctx, chromedp.Clear("#nom"))
		remplir(t, ctx, [2]string{"nom", "Anne Lebrun"}, [2]string{"role", x.role})
		presser(t, ctx, "main button", "Dossiers")
		p := &parcours{t: t, ctx: ctx}
		x.faire(p)
		if page := evaluer[string](t, ctx, `document.querySelector('main').innerText`); !strings.Contains(page, x.vu) {
			t.Errorf("%s : la page ne dit pas «%s» :\n%s", x.nom, x.vu, page)
		}
		fmt.Fprintf(&table, "| %s | %d | %d | %d |\n", x.nom, p.liens, p.envois, p.champs)
		if p.liens > 2 || p.envois > 2 {
			t.Errorf("%s demande %d liens et %d envois : deux de chaque au plus", x.nom, p.liens, p.envois)
		}
	}
	garderTable(t, table.String())
}

// garderTable compares the table of the page with what was counted, or writes it.
func garderTable(t *testing.T, table string) {
	t.Helper()
	const debut, fin = "<!-- clics -->\n", "<!-- fin -->"
	texte, err := os.ReadFile(pageClics)
	if err != nil {
		t.Fatal(err)
	}
	avant, reste, ok := strings.Cut(string(texte), debut)
	_, apres, ferme := strings.Cut(reste, fin)
	if !ok || !ferme {
		t.Fatalf("%s ne dit pas où va la table", pageClics)
	}
	refait := avant + debut + table + fin + apres
	switch {
	case refait == string(texte):
	case os.Getenv("ACCORD_CLICS") != "":
		if err := os.WriteFile(pageClics, []byte(refait), 0o644); err != nil {
			t.Fatal(err)
		}
	default:
		t.Errorf("%s n'est pas à jour ; make clics\n%s", pageClics, table)
	}
}
