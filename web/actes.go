package web

import (
	"cmp"
	"encoding/json"
	"slices"

	"accord/app"
	"accord/clock"
	"accord/decision"
	"accord/dossier"
	"accord/libelle"
	"accord/suivi"
	v "accord/valeur"
)

// acteFait is an act done on a dossier, and what became of it.
type acteFait struct {
	ID, Quoi, Par, Role, Le, Motif string
	Portee                         []string // what it bears on, in words
	Etat                           string
	Aspect                         libelle.Aspect
	Reponses                       []string // the acts that answered it
	Liens                          []lien   // what may be done of it
	Piece                          lien     // the piece that it attaches or sends back
}

// lus reads the acts of the person, from the pieces that keep them, the latest
// first; one that two records keep is one act. The act that withdraws or answers
// another is said under it.
func (f *fiche) lus() []dossier.Intervention {
	var actes []dossier.Intervention
	vus := map[string]bool{}
	for i := range f.Pieces {
		var a dossier.Intervention
		if p := &f.Pieces[i]; p.Genre == dossier.GenreIntervention && json.Unmarshal(p.Extrait, &a) == nil && !vus[a.ID] {
			vus[a.ID] = true
			actes = append(actes, a)
		}
	}
	slices.SortStableFunc(actes, func(a, b dossier.Intervention) int { return cmp.Compare(b.Instant, a.Instant) })
	return actes
}

// reponses are the acts that answer another, in the past tense.
var reponses = map[dossier.NatureIntervention]string{
	dossier.Retirer: "Retiré", dossier.Confirmer: "Confirmé", dossier.Repondre: "Répondu", dossier.RendreAvis: "Avis rendu", dossier.Tenir: "Tenue", dossier.Apaiser: "Close", dossier.Reparer: "Réparé", dossier.Remettre: "Remise décidée",
}

// suitesActe gives the acts that may answer an act.
var suitesActe = map[dossier.NatureIntervention]dossier.NatureIntervention{
	dossier.Reclamer: dossier.Repondre, dossier.DemanderAvis: dossier.RendreAvis, dossier.Promettre: dossier.Tenir, dossier.Signaler: dossier.Apaiser,
}

// suite is the act that may answer an act; nothing when none may.
func (f *fiche) suite(a *dossier.Intervention) dossier.NatureIntervention {
	if a.Nature == dossier.Controler && slices.Contains(f.AReparer(), a.ID) {
		return dossier.Reparer
	}
	if a.Nature == dossier.Reclamer && a.Valeur == suivi.Remise && f.RemiseADecider(a.ID) {
		return dossier.Remettre
	}
	return suitesActe[a.Nature]
}

// actes lists what was done on the dossier by agents.
func (f *fiche) actes() []acteFait {
	lus := f.lus()
	par := map[string][]dossier.Intervention{}
	for _, a := range lus {
		if reponses[a.Nature] != "" {
			par[a.Objet] = append(par[a.Objet], a)
		}
	}
	var faits []acteFait
	for i := range lus {
		if a := &lus[i]; reponses[a.Nature] == "" {
			faits = append(faits, f.acteFait(a, par[a.ID]))
		}
	}
	return faits
}

func (f *fiche) acteFait(a *dossier.Intervention, suites []dossier.Intervention) acteFait {
	x := acteFait{
		ID: a.ID, Quoi: majuscule(libelle.Intervention(a.Nature)), Par: a.Auteur().String(), Role: libelle.Role(a.Role), Le: clock.Texte(a.Instant), Motif: a.Motif, Portee: f.portee(a),
	}
	vu := map[dossier.NatureIntervention]bool{}
	for i := len(suites) - 1; i >= 0; i-- {
		s := &suites[i]
		if s.Nature == dossier.Retirer && f.aConfirmer(s.ID) {
			x.Reponses = append(x.Reponses, "Retrait demandé par "+s.Auteur().String()+" le "+clock.Texte(s.Instant)+", à confirmer : "+s.Motif)
			x.Liens = append(x.Liens, f.lienActe(dossier.Confirmer, "Confirmer le retrait", s.ID), f.lienActe(dossier.Retirer, "Abandonner le retrait", s.ID))
			continue
		}
		vu[s.Nature] = true
		piece := ""
		if p := f.pieces[s.Valeur]; p != nil && s.Nature == dossier.Reparer {
			piece = " par la pièce " + cmp.Or(p.NomFichier, libelle.Piece(p.Genre)) + ", dit"
		}
		x.Reponses = append(x.Reponses, reponses[s.Nature]+piece+" par "+s.Auteur().String()+" le "+clock.Texte(s.Instant)+" : "+s.Motif)
	}
	suite := f.suite(a)
	switch {
	case vu[dossier.Retirer]:
		x.Etat, x.Aspect = "retiré", libelle.Carence
	case f.aConfirmer(a.ID):
		x.Etat, x.Aspect = "sans effet, à confirmer", libelle.Attendu
		x.Liens = append(x.Liens, f.lienActe(dossier.Confirmer, "Confirmer", a.ID))
	case vu[dossier.Remettre]:
		x.Etat, x.Aspect = "clos", libelle.Verse
	case suite != "" && !vu[suite]:
		x.Etat, x.Aspect = "attend une suite", libelle.Attendu
		x.Liens = append(x.Liens, f.lienActe(suite, majuscule(libelle.Intervention(suite)), a.ID))
	case suite != "" || vu[dossier.Reparer]:
		x.Etat, x.Aspect = "clos", libelle.Verse
	case a.Nature == dossier.Retenir && a.Echeance <= f.Dossier.Jour:
		x.Etat, x.Aspect = "échu", libelle.Carence
	default:
		x.Etat, x.Aspect = "en vigueur", libelle.EnPaiement
	}
	if !vu[dossier.Retirer] && a.Nature != dossier.Joindre {
		x.Liens = append(x.Liens, f.lienActe(dossier.Retirer, "Retirer", a.ID))
	}
	if p := f.pieces[a.Objet]; p != nil {
		x.Piece = lien{cmp.Or(p.NomFichier, libelle.Piece(p.Genre)), f.adressePiece(a.Objet)}
	}
	return x
}

func (f *fiche) lienActe(n dossier.NatureIntervention, texte, objet string) lien {
	return lien{texte, "/dossiers/" + f.Numero + "/actes/" + string(n) + "?objet=" + objet}
}

func (f *fiche) aConfirmer(id string) bool {
	return slices.ContainsFunc(f.Calcul.Situation.AConfirmer, func(a dossier.Intervention) bool { return a.ID == id })
}

// portee says on what an act bears: its days, its amount, its date.
func (f *fiche) portee(a *dossier.Intervention) []string {
	var mots []string
	dire := func(mot string) { mots = append(mots, mot) }
	x, _ := decision.Exige(a.Nature)
	if len(x.Valeurs) > 0 {
		dire(libelle.Valeur(a.Valeur))
	}
	if x.Montant {
		dire(a.Montant.Euros())
	}
	if identite(a.Nature) {
		dire("la fiche " + a.Objet)
		dire("la fiche " + a.Valeur)
	}
	if a.Heures > 0 {
		dire(a.Heures.Nombre() + " heures")
	}
	if a.Date != 0 && x.Date {
		dire("le " + a.Date.Francais())
	}
	switch {
	case !x.Jours:
	case a.Periode.Du != 0 && a.Periode.Au == 0:
		dire("à partir du " + a.Periode.Du.Francais())
	case a.Periode.Du != 0:
		dire("du " + a.Periode.Du.Francais() + " au " + a.Periode.Au.Francais())
	}
	if n := f.joursVises(a); x.Jours && n > 0 {
		dire(libelle.Jours(n) + " de ce dossier")
	}
	if a.Ligne != "" {
		dire(f.nomLigne(a.Ligne))
	}
	if a.Acteur != "" {
		dire("à " + a.Acteur)
	}
	if a.Echeance != 0 {
		dire("jusqu'au " + a.Echeance.Francais())
	}
	return mots
}

// joursVises counts the days of the dossier on which an act bears.
func (f *fiche) joursVises(a *dossier.Intervention) int {
	vus := map[v.Jour]bool{}
	for i := range f.Jours {
		if j := &f.Jours[i]; a.Vise(j.Jour, j.Ligne) {
			vus[j.Jour] = true
		}
	}
	return len(vus)
}

// aControler lists the payments of the dossier that were drawn and not looked at.
func (f *fiche) aControler() []app.Controle {
	var ks []app.Controle
	for _, k := range f.Controles {
		if k.Dossier == f.Numero && k.Issue == nil {
			ks = append(ks, k)
		}
	}
	return ks
}
