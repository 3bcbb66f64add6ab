package web

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestNavigateurJeton proves who is there, by keyboard and without scripts: sent to
// say it, wrong, right, then the choice of a role; an act bears the name of the
// register, and the session ends.
func TestNavigateurJeton(t *testing.T) {
	b := nouveauBureau(t)
	b.inscrits = inscritsDEssai()
	ctx, adresse := naviguerSur(t, b)
	sansScript(t, ctx, true)
	dit := func(phrases ...string) {
		t.Helper()
		page := evaluer[string](t, ctx, `document.body.innerText`)
		for _, p := range phrases {
			if !strings.Contains(page, p) {
				t.Errorf("la page ne dit pas «%s» :\n%s", p, page)
			}
		}
		if strings.Contains(page, bandeauDeclare) {
			t.Error("la page dit que l'identité est déclarée")
		}
	}
	executer(t, ctx, chromedp.Navigate(adresse+"/dossiers/"+dossierLong+"/actes"))
	if ici := evaluer[string](t, ctx, `location.pathname`); ici != "/moi" {
		t.Fatalf("sans session, la page est %s", ici)
	}
	capturer(t, ctx, "jeton-1")
	examinerSansScript(t, ctx, "jeton")
	remplir(t, ctx, [2]string{"matricule", "c2"}, [2]string{"jeton", "jeton D1"})
	presser(t, ctx, "main button", "Qui êtes-vous ?")
	dit("Ce matricule et ce jeton ne vont pas ensemble")
	capturer(t, ctx, "jeton-2-erreur")
	examinerSansScript(t, ctx, "jeton faux")
	remplir(t, ctx, [2]string{"jeton", "jeton C2"})
	presser(t, ctx, "main button", "Qui êtes-vous ?")
	dit("Vous êtes Marc Petit, matricule C2")
	capturer(t, ctx, "jeton-3-role")
	examinerSansScript(t, ctx, "rôle")
	remplir(t, ctx, [2]string{"role", "cadre"})
	presser(t, ctx, "main button", "Agir sur le dossier de MARTIN (DUPUIS) Claire")
	dit("Marc Petit, cadre")
	capturer(t, ctx, "jeton-4-agir")
	for _, e := range ecrans {
		surEcran(t, ctx, e.theme, e.largeur)
		tientDansLEcran(t, ctx, "agir, "+e.nom)
	}
	executer(t, ctx, chromedp.Navigate(adresse+"/moi"))
	capturer(t, ctx, "jeton-5-moi")
	remplir(t, ctx, [2]string{"jeton", "jeton C2"})
	presser(t, ctx, "main button[name=changer]", "Qui êtes-vous ?")
	dit("Votre nouveau jeton, montré cette seule fois : NOUV-EAU")
	capturer(t, ctx, "jeton-6-nouveau")
	examinerSansScript(t, ctx, "nouveau jeton")
	presser(t, ctx, "main button[name=quitter]", "Qui êtes-vous ?")
	if ici := evaluer[string](t, ctx, `location.pathname`); ici != "/moi" {
		t.Errorf("la session fermée, la page est %s", ici)
	}
}
