package web

import (
	"io"
	"net/http"
	"net/url"
	"strings"
	"testing"
)

// What is proposed against a person is signed at the desk: seen first, in days and by which
// article, by whoever decides, with a motive. Another role is told who does.
func TestSignerAuBureau(t *testing.T) {
	b := nouveauBureau(t)
	h := service(t, b, io.Discard)
	const adresse = "/dossiers/" + dossierLong + "/signature"
	if d := lire(t, h, "/dossiers/"+dossierLong, http.StatusOK); !strings.Contains(d, `href="`+adresse+`"`) {
		t.Error("le dossier ne mène pas à ce qui attend une signature")
	}
	if d := lire(t, h, "/dossiers/"+dossierPaye, http.StatusOK); strings.Contains(d, "/signature") {
		t.Error("rien n'attend sur cet autre dossier")
	}
	ouvrirPage(t, h, adresse)
	corps := lire(t, h, adresse, http.StatusOK)
	for _, dit := range []string{"<b>Refus proposé</b>, du 16/11/2026 au 20/11/2026 (5 jours)", "MAL-PRE-03", "Dites d'abord qui vous êtes", "/actes/forcer_jour?valeur=payer&amp;du=2026-11-16"} {
		if !strings.Contains(corps, dit) {
			t.Errorf("la page ne dit pas «%s» :\n%s", dit, corps)
		}
	}
	if strings.Contains(corps, "Réservé qui ne sera pas payé") {
		t.Error("un refus ne réserve rien")
	}
	if strings.Contains(corps, "MAL-CTL-04") {
		t.Error("ce qui est signé n'est plus à signer")
	}
	signer := func(nom, role, motif string) (int, string) {
		rep, corps := repondre(t, h, formulaire(adresse, seNommer(t, h, nom, role), url.Values{"motif": {motif}}))
		return rep.StatusCode, corps
	}
	if statut, corps := signer("Anne Lebrun", "technicien", "vu"); statut != http.StatusForbidden || !strings.Contains(corps, "cela revient à ordonnateur ou directeur") {
		t.Errorf("un technicien : statut %d\n%s", statut, corps)
	}
	if statut, corps := signer("Alice Roy", "ordonnateur", "  "); statut != http.StatusUnprocessableEntity || !strings.Contains(corps, "un acte a toujours un motif") {
		t.Errorf("sans motif : statut %d", statut)
	}
	if b.vues[claire].Proposees[0].Signee != nil {
		t.Fatal("rien ne devait être signé")
	}
	if statut, _ := signer("Alice Roy", "ordonnateur", "pièces vues"); statut != http.StatusSeeOther {
		t.Fatalf("statut %d", statut)
	}
	if x := b.vues[claire].Proposees[0].Signee; x == nil || x.Par != "Alice Roy" || x.Motif != "pièces vues" {
		t.Errorf("%+v", x)
	}
	if statut, corps := signer("Alice Roy", "ordonnateur", "encore"); statut != http.StatusConflict || !strings.Contains(corps, "Plus aucune décision") {
		t.Errorf("deux fois : statut %d", statut)
	}
}

// A payment drawn at random has a time to be looked at in, and someone to whom it is carried.
func TestControleAUnDelai(t *testing.T) {
	corps := lire(t, service(t, nouveauBureau(t), io.Discard), "/controles", http.StatusOK)
	if dit := "Échéance du 27 octobre 2026 dépassée de 27 jours : porté au directeur."; !strings.Contains(corps, dit) {
		t.Errorf("la page ne dit pas «%s» :\n%s", dit, corps)
	}
}
