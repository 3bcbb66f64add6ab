package web

import (
	"context"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// remplir types in fields, by the keyboard.
func remplir(t *testing.T, ctx context.Context, champs ...[2]string) {
	t.Helper()
	for _, c := range champs {
		executer(t, ctx, chromedp.Focus("#"+c[0]), chromedp.KeyEvent(c[1]))
	}
}

func presser(t *testing.T, ctx context.Context, bouton, h1 string) {
	t.Helper()
	executer(t, ctx, chromedp.Focus(bouton))
	suivreLien(t, ctx, h1)
}

func sansScript(t *testing.T, ctx context.Context, sans bool) {
	t.Helper()
	if _, err := chromedp.Call(ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: sans}); err != nil {
		t.Fatal(err)
	}
}

// examinerSansScript lets the examination itself, which is a script, run.
func examinerSansScript(t *testing.T, ctx context.Context, nom string) {
	t.Helper()
	sansScript(t, ctx, false)
	examiner(t, ctx, nom)
	sansScript(t, ctx, true)
}

// TestNavigateurActe walks an act by keyboard, without scripts: who one is, the
// choice, an error beside its field, what would change, the act in the list.
func TestNavigateurActe(t *testing.T) {
	ctx, adresse := naviguer(t)
	sansScript(t, ctx, true)
	const nom = "MARTIN (DUPUIS) Claire"
	executer(t, ctx, chromedp.Navigate(adresse+"/dossiers/"+dossierLong))
	tabuler(t, ctx, "/actes")
	suivreLien(t, ctx, "Agir sur le dossier de "+nom)
	tabuler(t, ctx, "%2Factes")
	suivreLien(t, ctx, "Qui êtes-vous ?")
	remplir(t, ctx, [2]string{"nom", "Anne Lebrun"}, [2]string{"role", "tech"})
	capturer(t, ctx, "acte-1-moi")
	presser(t, ctx, "main button", "Agir sur le dossier de "+nom)
	capturer(t, ctx, "acte-2-choix")
	examinerSansScript(t, ctx, "choix d'un acte")
	tabuler(t, ctx, "/actes/forcer_salaire")
	suivreLien(t, ctx, "Forcer un salaire")

	remplir(t, ctx, [2]string{"montant", "deux mille"})
	presser(t, ctx, "main button", "Forcer un salaire")
	page := evaluer[string](t, ctx, `document.querySelector('main').innerText`)
	for _, phrase := range []string{"«deux mille» n'est pas un nombre", "Dites ce que vous avez vu, et pourquoi", "5 champs sont à reprendre"} {
		if !strings.Contains(page, phrase) {
			t.Errorf("la page ne dit pas «%s» :\n%s", phrase, page)
		}
	}
	capturer(t, ctx, "acte-3-erreurs")
	examinerSansScript(t, ctx, "erreurs")

	remplir(t, ctx, [2]string{"montant", kb.End + strings.Repeat(kb.Backspace, len("deux mille")) + "2 000,00"}, [2]string{"du", "08012026"}, [2]string{"au", "08312026"}, [2]string{"ligne", "TRANS"}, [2]string{"motif", "bulletin d'août vu au guichet"})
	presser(t, ctx, "main button", "Forcer un salaire")
	page = evaluer[string](t, ctx, `document.querySelector('main').innerText`)
	for _, phrase := range []string{"Ce que cela change", "+62,00 €", "+57,00 €", "31,00 €", "2 jours sont dus", "01/08/2026"} {
		if !strings.Contains(page, phrase) {
			t.Errorf("la page ne dit pas «%s» :\n%s", phrase, page)
		}
	}
	capturer(t, ctx, "acte-4-effet")
	examinerSansScript(t, ctx, "effet")
	presser(t, ctx, "main button[value=faire]", nom)
	actes := evaluer[string](t, ctx, `document.querySelector('#actes').innerText`)
	for _, phrase := range []string{"Forcer un salaire", "en vigueur", "2 000,00 €", "bulletin d'août vu au guichet", "Anne Lebrun (technicien)", "Retirer"} {
		if !strings.Contains(actes, phrase) {
			t.Errorf("le dossier ne dit pas «%s» :\n%s", phrase, actes)
		}
	}
	capturer(t, ctx, "acte-5-dossier")
	examinerSansScript(t, ctx, "dossier avec un acte")
}

// TestNavigateurArret stops the payments of a rule, confirms what someone else stopped and
// lifts another stop: each shows what it changes before it is done, by keyboard and without
// scripts.
func TestNavigateurArret(t *testing.T) {
	ctx, adresse := naviguer(t)
	sansScript(t, ctx, true)
	dit := func(phrases ...string) {
		t.Helper()
		page := evaluer[string](t, ctx, `document.querySelector('main').innerText`)
		for _, p := range phrases {
			if !strings.Contains(page, p) {
				t.Errorf("la page ne dit pas «%s» :\n%s", p, page)
			}
		}
	}
	voir := func(nom string) {
		t.Helper()
		for _, e := range ecrans {
			surEcran(t, ctx, e.theme, e.largeur)
			tientDansLEcran(t, ctx, nom+" "+e.nom)
			capturer(t, ctx, nom+"-"+e.nom)
		}
		surEcran(t, ctx, ecrans[0].theme, ecrans[0].largeur)
		examinerSansScript(t, ctx, nom)
	}
	executer(t, ctx, chromedp.Navigate(adresse+"/moi?retour=%2Farrets"))
	remplir(t, ctx, [2]string{"nom", "Luc Roy"}, [2]string{"role", "dir"})
	presser(t, ctx, "main button", "Arrêts de paiement")
	voir("arret-1")
	const formulaire = "section[aria-labelledby=t-arreter] button"
	remplir(t, ctx, [2]string{"genre", "que"}, [2]string{"objet", "tout"}, [2]string{"jusque", "12012026"}, [2]string{"motif", "essai"})
	presser(t, ctx, formulaire, "Arrêts de paiement")
	dit("On n'arrête pas tout")
	remplir(t, ctx, [2]string{"objet", kb.End + strings.Repeat(kb.Backspace, len("tout")) + "MAL-BAS-05"})
	presser(t, ctx, formulaire, "Arrêter les paiements : règle MAL-BAS-05")
	dit("Ce que cela change", "394,44 €", "du 12/10/2026 au 22/10/2026", "164,35 € brut (153,34 € net)", "paierait 220,00 € brut de moins", "DURAND Paul", "Ce compte est partiel", "11 431 personnes à recalculer et 340 paiements en cours à regarder", "sans effet")
	voir("arret-2-effet")
	presser(t, ctx, "main button[value=saisir]", "Arrêts de paiement")
	if objet := evaluer[string](t, ctx, `document.querySelector('#objet').value`); objet != "MAL-BAS-05" {
		t.Errorf("à modifier, l'objet est «%s»", objet)
	}
	presser(t, ctx, formulaire, "Arrêter les paiements : règle MAL-BAS-05")
	presser(t, ctx, "main button[value=faire]", "Arrêts de paiement")
	dit("Règle MAL-BAS-05")

	remplir(t, ctx, [2]string{"motif-B2", "vu avec le comptable" + kb.Tab})
	suivreLien(t, ctx, "Confirmer l'arrêt : version des règles 2026-03")
	dit("394,44 €", "vu avec le comptable", "Luc Roy")
	presser(t, ctx, "main button[value=faire]", "Arrêts de paiement")
	dit("Confirmé par Luc Roy")
	remplir(t, ctx, [2]string{"motif-A1", "plafond vérifié" + kb.Tab})
	suivreLien(t, ctx, "Reprendre les paiements : règle MAL-BAS-04")
	dit("paierait 295,83 € brut de plus", "Coordonnées bancaires à donner : 3 jours, 98,61 €", "Qui n'est plus retenu")
	voir("arret-3-levee")
	presser(t, ctx, "main button[value=faire]", "Arrêts de paiement")
	dit("Levé par Luc Roy")
	remplir(t, ctx, [2]string{"motif-E5", "vu" + kb.Tab + kb.Tab})
	suivreLien(t, ctx, "Abandonner l'arrêt : règle MAL-BAS-05")
	dit("personne ne l'avait confirmé")
}
