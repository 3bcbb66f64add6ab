package retour

import (
	"slices"

	"accord/app"
	"accord/dossier"
	"accord/droit"
	"accord/libelle"
	"accord/paiement"
	"accord/registre"
	v "accord/valeur"
)

// activites lays the days of the dossier out, by line of work, in runs.
func (r *redacteur) activites() {
	r.f.Activites = []Activite{}
	s := r.vue.Calcul.Situation
	for i := range s.Lignes {
		l := &s.Lignes[i]
		a := Activite{Nom: l.Nom, SIRET: string(l.SIRET), Contrat: l.Contrat}
		for k := range r.vue.Dus {
			if d := &r.vue.Dus[k]; d.Dossier == r.numero && d.Ligne == l.Cle {
				a.ajouter(r.jour(d))
				if d.Destinataire.SIRET() != "" {
					a.Compte = r.compteEmployeur(d.Destinataire.SIRET())
				}
			}
		}
		if len(a.Jours) > 0 {
			a.Dernier = r.dernier(l.Cle)
			r.f.Activites = append(r.f.Activites, a)
		}
	}
}

func (r *redacteur) compteEmployeur(siret v.SIRET) Compte {
	es := r.vue.Calcul.Situation.Employeurs
	for i := range es {
		if e := &es[i]; e.SIRET == siret && !e.IBAN.IsZero() {
			return Compte{IBAN: e.IBAN.Clair(), BIC: e.BIC, Titulaire: e.Nom}
		}
	}
	return Compte{}
}

// jour says how one day stands.
func (r *redacteur) jour(d *registre.Du) Jours {
	x := Jours{
		Periode: Periode{d.Jour, d.Jour}, Risque: string(d.Risque), Etat: string(d.Etat), Situation: app.AspectDe(r.vue.Dossier, d).Mot().Mot, IJ: d.IJ,
		Destinataire: string(d.Destinataire), PayeIci: r.paye(d.Jour, d.Ligne), Regle: string(d.Regle),
	}
	if du(d) && d.Progres != registre.PayeParProgres {
		x.Reste = max(0, d.IJ+d.Reserve-x.PayeIci)
	}
	return x
}

// ajouter adds a day to the runs of a line.
func (a *Activite) ajouter(j Jours) {
	if n := len(a.Jours); n > 0 {
		suite := a.Jours[n-1]
		suite.Du = suite.Au + 1
		suite.Au = suite.Du
		if suite == j {
			a.Jours[n-1].Au = j.Au
			return
		}
	}
	a.Jours = append(a.Jours, j)
}

// payes lists what left the caisse for the dossier, transfer by transfer.
func (r *redacteur) payes() {
	r.f.Payes = []Paye{}
	for _, o := range r.vue.Ordres {
		if o.Dossier != r.numero || !parti(o) {
			continue
		}
		p := Paye{Periode: Periode{o.Lignes[0].Periode.Du, o.Lignes[0].Periode.Au}, Le: r.vue.PartiLe(o), Reference: o.Reference(), Destinataire: string(o.Destinataire), Brut: o.Total.Brut, Net: o.Total.Net}
		for i := range o.Lignes {
			p.Du, p.Au = min(p.Du, o.Lignes[i].Periode.Du), max(p.Au, o.Lignes[i].Periode.Au)
		}
		r.f.Payes = append(r.f.Payes, p)
	}
}

// parti reports whether the money of a payment left, or nothing was to be transferred.
func parti(o *paiement.Ordre) bool { return o.Etat == paiement.Emis || o.Etat == paiement.SansFlux }

// dernier finds the last day of a line that was paid here, and in which transfer.
func (r *redacteur) dernier(ligne string) (p *Paye) {
	for _, o := range r.vue.Ordres {
		if o.Dossier != r.numero || !parti(o) {
			continue
		}
		for i := range o.Lignes {
			l := &o.Lignes[i]
			if l.Activite != ligne || l.Brut <= 0 || p != nil && p.Au > l.Periode.Au {
				continue
			}
			p = &Paye{Periode: Periode{l.Periode.Du, l.Periode.Au}, Le: r.vue.PartiLe(o), Reference: o.Reference(), Destinataire: string(o.Destinataire), Brut: l.Brut, Net: l.Net}
		}
	}
	return p
}

// compter counts dates: several lines of one day are one.
func (r *redacteur) compter() {
	var carence, indemnises, ici, regles, restes, ans []v.Jour
	debut := r.f.EtablieLe.AjouterAnnees(-3)
	for i := range r.vue.Dus {
		d := &r.vue.Dus[i]
		if d.Jour >= r.f.EtablieLe {
			continue
		}
		if d.Etat == droit.Paye && d.IJ > 0 && d.Jour >= debut {
			ans = append(ans, d.Jour)
		}
		if d.Dossier != r.numero {
			continue
		}
		paye := r.paye(d.Jour, d.Ligne)
		switch {
		case d.Etat == droit.Carence:
			carence = append(carence, d.Jour)
		case !du(d):
			continue
		case d.Etat == droit.Paye:
			indemnises = append(indemnises, d.Jour)
		}
		if paye > 0 {
			ici = append(ici, d.Jour)
		}
		switch d.Progres {
		case registre.PayeParProgres:
			regles = append(regles, d.Jour)
		case registre.AvecProgres, registre.RevenuProgres:
			restes = append(restes, d.Jour)
		}
	}
	r.f.Compteurs = Compteurs{
		Carence: dates(carence), Indemnise: dates(indemnises), Ici: dates(ici), Progres: dates(regles), Reste: dates(restes), TroisAns: dates(ans),
	}
}

func dates(js []v.Jour) int {
	slices.Sort(js)
	return len(slices.Compact(js))
}

// questions lists what is open, whoever asks it.
func (r *redacteur) questions() {
	r.f.Questions = []Question{}
	qs := slices.Concat(r.vue.Calcul.Questions, r.vue.Calcul.AVenir, r.vue.QuestionsRendues())
	for i := range qs {
		q := &qs[i]
		if q.Pour.Inter(v.P(r.f.Arret.Du, r.f.Arret.Au)).IsZero() {
			continue
		}
		nom := r.vue.Calcul.Situation.NomDe(registre.Destinataire(q.AupresDe).SIRET())
		r.f.Questions = append(r.f.Questions, Question{De: libelle.Acteur(q.AupresDe, nom), Depuis: q.Depuis, Pour: Periode{q.Pour.Du, q.Pour.Au}, Phrase: q.Phrase})
	}
}

func (r *redacteur) calcul() {
	r.f.Calcul = []string{}
	for _, e := range r.vue.Calcul.Resultat.Recit() {
		if e.Chaine < 0 || r.sien(e.Chaine) {
			r.f.Calcul = append(r.f.Calcul, e.Phrase+" ("+e.Article+", "+string(e.Regle)+")")
		}
	}
	for _, a := range r.vue.Avis() {
		r.f.Calcul = append(r.f.Calcul, "À savoir : "+a.Phrase)
	}
}

// sien reports whether a chain, by its first arrêt, is the dossier.
func (r *redacteur) sien(arret int) bool {
	for i := range r.vue.Etapes {
		if e := &r.vue.Etapes[i]; app.NumeroDossier(r.vue.Personne, &e.Chaine) == r.numero {
			return contient(e.Arrets, arret)
		}
	}
	return false
}

// pieces lists what was received for the person, but for what agents wrote.
func (r *redacteur) pieces() {
	r.f.Pieces = []Piece{}
	for i := range r.vue.Pieces {
		if p := &r.vue.Pieces[i]; p.Genre != dossier.GenreIntervention && p.Genre != dossier.GenreDecision {
			r.f.Pieces = append(r.f.Pieces, Piece{Numero: p.Empreinte, Genre: string(p.Genre), Fichier: p.NomFichier, RecueLe: p.RecueLe()})
		}
	}
}
