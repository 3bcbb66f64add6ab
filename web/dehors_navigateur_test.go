package web

import (
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
)

// TestNavigateurPartenaire walks what a partner does, by keyboard and without scripts: he looks for a person, says what he
// sees, and is told what becomes of it. No page of his names anyone.
func TestNavigateurPartenaire(t *testing.T) {
	b := nouveauBureau(t)
	ctx, adresse := naviguerSur(t, b)
	sansScript(t, ctx, true)
	nom := nomDe(&b.vues[claire].Calcul.Situation.Identite)
	vue := func(page string, phrases ...string) {
		t.Helper()
		texte := evaluer[string](t, ctx, `document.body.innerText`)
		for _, p := range phrases {
			if !strings.Contains(texte, p) {
				t.Errorf("%s ne dit pas «%s» :\n%s", page, p, texte)
			}
		}
		if strings.Contains(texte, nom) || strings.Contains(texte, "MARTIN") || strings.Contains(texte, "€") {
			t.Errorf("%s montre un nom ou un montant :\n%s", page, texte)
		}
		capturer(t, ctx, page)
		examinerSansScript(t, ctx, page)
	}
	executer(t, ctx, chromedp.Navigate(adresse+"/moi?retour=%2F"))
	remplir(t, ctx, [2]string{"nom", "CCAS de Rezé"}, [2]string{"role", "part"})
	presser(t, ctx, "main button", "Signaler")
	vue("partenaire-1-accueil", "il signale une urgence ou une réclamation")
	remplir(t, ctx, [2]string{"saisie", nirClaire.Clair()})
	presser(t, ctx, "main button", "Agir sur le dossier de "+dossierLong)
	vue("partenaire-2-choix", "Signaler une urgence")
	presser(t, ctx, `main a[href$="/signaler"]`, "Signaler une urgence")
	presser(t, ctx, "main button[value=voir]", "Signaler une urgence")
	vue("partenaire-3-erreurs", "2 champs sont à reprendre", "Rien n'a été fait")
	remplir(t, ctx, [2]string{"valeur", "sans"}, [2]string{"motif", "plus rien à manger"})
	presser(t, ctx, "main button[value=voir]", "Signaler une urgence")
	vue("partenaire-4-effet", "La personne est rappelée.")
	presser(t, ctx, "main button[value=faire]", "Signaler une urgence")
	vue("partenaire-5-fait", "C'est fait.", "La personne est rappelée.")
}
