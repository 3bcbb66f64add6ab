package lettre

import (
	"strings"
	"testing"

	v "accord/valeur"
)

// What is certain may be paid on account, and is said; nothing is said of an advance that
// nobody would get.
func TestRetard(t *testing.T) {
	r := Retard{
		Dossier: "D-20260901", Jours: []v.Periode{v.P(v.NewJour(2026, 9, 1), v.NewJour(2026, 9, 4)), v.P(v.NewJour(2026, 9, 8), v.NewJour(2026, 9, 8))}, Nombre: 5,
		Echeance: v.NewJour(2026, 9, 16), Article: "R.362-1", Etape: "Un technicien doit se prononcer.", Suivante: v.NewJour(2026, 10, 17), Caisse: "CPAM",
	}
	_, corps := r.Rediger()
	for _, veut := range []string{
		"5 jours, du 1er au 4 septembre 2026 et le 8 septembre 2026, ne vous sont pas encore payés. La loi nous donnait jusqu'au 16 septembre 2026",
		"« Un technicien doit se prononcer. »", "est vue le jour ouvré suivant.\n", "de nouveau le 17 octobre 2026",
	} {
		if !strings.Contains(corps, veut) {
			t.Errorf("il manque «%s» :\n%s", veut, corps)
		}
	}
	if strings.Contains(corps, "bulletins") {
		t.Error("des bulletins sont demandés pour ce qui ne dépend d'aucun salaire")
	}
	r.Bulletins = true
	if _, corps = r.Rediger(); !strings.Contains(corps, "si vous les avez, nous envoyer vos bulletins de paie : ils suffisent") {
		t.Error(corps)
	}
	r.Certain, r.Nombre, r.Partiel = 100_00, 1, true
	if _, corps = r.Rediger(); !strings.Contains(corps, "suivant, et ce qui est certain (100,00 € brut) peut vous être versé en acompte.\n") || !strings.Contains(corps, "1 jour, ") || !strings.Contains(corps, "ne vous est pas encore payé en entier.") {
		t.Error(corps)
	}
}
