package web

import (
	"net/http"

	"accord/app"
	"accord/dossier"
	"accord/droit"
	"accord/libelle"
	v "accord/valeur"
)

// pageDossier is one dossier, whole.
type pageDossier struct {
	Entete     entete
	Etape      prochaine
	Sommes     []somme
	Mois       []mois
	Anciens    int // months shown folded
	Legende    []libelle.Aspect
	Suites     []groupe
	Attentes   []attente
	Taches     []tache // open
	Faites     []tache
	Arrets     []arret
	Droits     []droits
	Fenetres   []fenetre
	Bases      []base
	Salaires   []salaire // of the reference
	Autres     []salaire
	Calcul     []etape
	Incomplet  string // what the computation counts where answers are awaited
	Versements []versement
	Retenus    []retenu
	Recus      []envoi
	Courriers  []courrier
	Avis       []droit.Avis
	Freres     []frere // the person's other dossiers
	Fiches     []ficheVue
	Plusieurs  bool // activity lines
	Actes      []acteFait
	Agir       string // where to act on it
	Gestes     []lien // acts that what holds its days calls for
	Courants   []lien // acts that any dossier calls for
	Controles  []app.Controle
}

// entete says whose dossier it is.
type entete struct {
	Nom, NIR, Dossier string
	Genre             string // what kind of number it is
	Naissance         v.Jour
	Debut, Fin        v.Jour
	Essai             bool
	Compte            string // masked account of the insured
}

// prochaine is the next step.
type prochaine struct {
	Genre     string
	Aspect    libelle.Aspect
	Phrase    string
	A         string
	Depuis    v.Jour
	DepuisDit string
	Echeance  v.Jour
	Delai     string
	Retard    bool
	Jours     int
	Brut      v.Centimes
	Prejudice string     // euros × days since, today
	Trop      v.Centimes // paid beyond what is owed, when that is what the step is about
}

// arret is one prescription of the dossier.
type arret struct {
	Nature, Risque     string
	Debut, Fin, RecuLe v.Jour
	Source             source
}

// frere is another dossier of the same person.
type frere struct {
	Href       string
	Debut, Fin v.Jour
	Etape      string
	Ici        bool
}

// dossier shows a dossier; or, for the identifier of a person, her dossiers.
func (s *site) dossier(w http.ResponseWriter, r *http.Request) error {
	f, vue, err := s.ouvrir(r)
	if err != nil {
		return err
	}
	if f == nil {
		return s.personne(w, r, vue)
	}
	as := f.attentes()
	p := &pageDossier{
		Entete: f.entete(), Etape: f.prochaine(), Sommes: f.sommes(as), Mois: f.calendrier(), Legende: f.legende(), Suites: f.suites(as), Attentes: as,
		Arrets: f.arrets(), Droits: f.droits(), Fenetres: f.fenetres(), Bases: f.bases(), Calcul: f.calcul(),
		Incomplet:  libelle.CalculIncomplet(&f.Calcul.Resultat),
		Versements: f.versements(), Retenus: f.retenus(), Recus: recus(f.Pieces, f.adressePiece), Courriers: courriers(f.Messages, f.acteurA),
		Avis: f.avis(), Freres: freres(vue), Fiches: fichesDe(vue), Plusieurs: len(f.lignes()) > 1,
		Actes: f.actes(), Agir: "/dossiers/" + f.Numero + "/actes", Gestes: f.gestes(), Courants: f.courants(), Controles: f.aControler(),
	}
	p.Salaires, p.Autres = f.salaires()
	p.Taches, p.Faites = f.taches()
	for _, m := range p.Mois {
		if m.Ancien {
			p.Anciens++
		}
	}
	page := s.nouvellePage("Dossier de "+p.Entete.Nom+", arrêt du "+p.Entete.Debut.Francais(), lien{"Dossiers", "/"})
	page.Ici, page.Contenu = p.Entete.Nom, p
	return s.ecrire(w, http.StatusOK, "dossier", page)
}

// ouvrir reads the dossier that the address names. The fiche is nil when the
// address names a person.
func (s *site) ouvrir(r *http.Request) (*fiche, *app.Vue, error) {
	reference := r.PathValue("id")
	if !formeReference.MatchString(reference) {
		return nil, nil, errAbsent
	}
	vue, err := s.bureau.Consulter(r.Context(), reference)
	if err != nil {
		return nil, nil, err
	}
	return nouvelleFiche(vue, s.bureau.Table()), vue, nil
}

func (f *fiche) entete() entete {
	id := &f.Calcul.Situation.Identite
	e := entete{
		Nom: nomDe(id), NIR: f.NIR.String(), Genre: majuscule(libelle.Numero(f.NIR)), Dossier: f.Numero, Naissance: id.Naissance, Debut: f.etape.Debut, Fin: f.etape.Fin, Essai: f.Essai,
	}
	if rib := f.Calcul.Situation.RIB; rib != nil {
		e.Compte = rib.IBAN.String()
	}
	return e
}

// nomDe gives the name by which a person goes, and the name of birth.
func nomDe(id *dossier.Identite) string {
	nom := id.NomNaissance
	if id.NomUsage != "" && id.NomUsage != nom {
		nom = id.NomUsage + " (" + nom + ")"
	}
	if id.Prenoms != "" {
		nom += " " + id.Prenoms
	}
	if nom == "" {
		return "nom inconnu"
	}
	return nom
}

// aspectsEtape gives each kind of step the colour of what it means for money.
var aspectsEtape = map[string]libelle.Aspect{
	"en_cours": libelle.AVenir, "attend": libelle.Attendu, "agent": libelle.Du, "refuse": libelle.Refuse, "clos": libelle.Verse, "tenu": libelle.Attendu, "progres": libelle.ChezProgres,
}

func (f *fiche) prochaine() prochaine {
	e := &f.etape.Etape
	p := prochaine{
		Genre: libelle.Etape(e.Genre), Aspect: aspectsEtape[string(e.Genre)], Phrase: e.Phrase, Depuis: e.Depuis, Echeance: e.Echeance, Jours: e.Jours, Brut: e.Brut,
		Prejudice: prejudice(f.etape, f.Dossier.Jour),
	}
	if e.Brut < 0 {
		p.Brut, p.Trop = 0, -e.Brut
	}
	if e.Acteur != "" {
		p.A = f.acteur(e.Acteur)
	}
	if e.Depuis != 0 {
		p.DepuisDit = libelle.IlYA(e.Depuis, f.Dossier.Jour)
	}
	if e.Echeance != 0 {
		p.Delai, p.Retard = libelle.Delai(e.Echeance, f.Dossier.Jour), e.Echeance < f.Dossier.Jour
	}
	return p
}

// arrets lists the prescriptions of the dossier.
func (f *fiche) arrets() []arret {
	s := f.Calcul.Situation
	var as []arret
	for _, i := range f.etape.Arrets {
		if i >= len(s.Cas.Arrets) {
			continue
		}
		a := &s.Cas.Arrets[i]
		x := arret{Nature: libelle.Nature(a.Nature), Risque: libelle.Risque(a.Risque), Debut: a.Debut, Fin: a.Fin}
		if i < len(s.Origines) {
			x.RecuLe, x.Source = s.Origines[i].ConnuLe, f.source(s.Origines[i].Source)
		} else {
			x.Nature, x.Source.Texte = "déclaré par l'employeur", "aucun avis d'arrêt reçu"
		}
		as = append(as, x)
	}
	return as
}

// freres lists the dossiers of a person, in order of dates.
func freres(vue *app.Vue) []frere {
	fs := make([]frere, len(vue.Etapes))
	for i := range vue.Etapes {
		e := &vue.Etapes[i]
		num := app.NumeroDossier(vue.Personne, &e.Chaine)
		fs[i] = frere{Href: "/dossiers/" + num, Debut: e.Debut, Fin: e.Fin, Etape: libelle.Etape(e.Genre), Ici: num == vue.Numero}
	}
	return fs
}
