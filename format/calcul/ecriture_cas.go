package calcul

import (
	"accord/droit"
	v "accord/valeur"
)

// AppendCas appends a case to dst in its canonical form: one compact line, keys
// in the order of the contract, and only what is known. What it writes is read
// back equal. The case must be one that the contract can state: periods with
// both ends, ids without control characters.
func AppendCas(dst []byte, c *droit.Cas, p Presentation) []byte {
	r := redacteur{sortie{dst}}
	r.ouvrir('{')
	r.cle("schema")
	r.sortie.texte(VersionCas)
	r.texte("id", c.ID)
	r.jour("connu_au", c.ConnuAu)
	r.options(&c.Options, p)
	r.assure(&c.Assure)
	suite(&r, "activites", c.Activites, (*redacteur).activite)
	suite(&r, "arrets", c.Arrets, (*redacteur).arret)
	suite(&r, "sinistres", c.Sinistres, (*redacteur).sinistre)
	suite(&r, "rentes", c.Rentes, (*redacteur).rente)
	suite(&r, "naissances", c.Naissances, (*redacteur).naissance)
	suite(&r, "adoptions", c.Adoptions, (*redacteur).adoption)
	suite(&r, "deces", c.Deces, (*redacteur).deces)
	suite(&r, "indemnites_anterieures", c.Anterieures, (*redacteur).anterieure)
	suite(&r, "verse", c.Verse, (*redacteur).versement)
	suite(&r, "decisions", c.Decisions, (*redacteur).decision)
	r.fermer('}')
	return r.b
}

// redacteur writes members that are left out when their value is not known.
type redacteur struct{ sortie }

// suite writes an array of objects; nil is not known.
func suite[T any](r *redacteur, cle string, elements []T, ecrire func(*redacteur, *T)) {
	if elements == nil {
		return
	}
	r.cle(cle)
	r.ouvrir('[')
	for i := range elements {
		r.element()
		r.ouvrir('{')
		ecrire(r, &elements[i])
		r.fermer('}')
	}
	r.fermer(']')
}

func (r *redacteur) texte(cle, t string) {
	if t != "" {
		r.cle(cle)
		r.sortie.texte(t)
	}
}

func (r *redacteur) jour(cle string, j v.Jour) {
	if j != 0 {
		r.cle(cle)
		r.sortie.jour(j)
	}
}

func (r *redacteur) montant(cle string, o v.Option[v.Centimes]) {
	if c, ok := o.Get(); ok {
		r.cle(cle)
		r.sortie.montant(c)
	}
}

func (r *redacteur) entier(cle string, n int) {
	if n != 0 {
		r.cle(cle)
		r.sortie.entier(n)
	}
}

// vrai writes a switch that is off when absent.
func (r *redacteur) vrai(cle string, b bool) {
	if b {
		r.cle(cle)
		r.booleen(true)
	}
}

func (r *redacteur) booleenO(cle string, o v.Option[bool]) {
	if b, ok := o.Get(); ok {
		r.cle(cle)
		r.booleen(b)
	}
}

func (r *redacteur) periode(p v.Periode) {
	r.jour("du", p.Du)
	r.jour("au", p.Au)
}

func (r *redacteur) options(o *droit.Options, p Presentation) {
	r.cle("options")
	r.ouvrir('{')
	r.cle("arrondi_ij")
	r.ouvrir('{')
	r.arrondi("maladie", o.Arrondi.Maladie)
	r.arrondi("tns", o.Arrondi.TNS)
	r.arrondi("famille", o.Arrondi.Famille)
	r.arrondi("at_mp", o.Arrondi.ATMP)
	r.fermer('}')
	if o.Choix != nil {
		r.cle("choix")
		r.ouvrir('{')
		for i := range o.Choix {
			r.texte(o.Choix[i].Point, o.Choix[i].Lecture)
		}
		r.fermer('}')
	}
	r.vrai("prescription", o.Prescription)
	r.cle("jours")
	r.booleen(p.Jours)
	r.cle("explication")
	r.booleen(p.Explication)
	r.fermer('}')
}

func (r *redacteur) arrondi(cle string, o v.Option[v.Arrondi]) {
	if a, ok := o.Get(); ok {
		r.texte(cle, motsArrondi.mots[a])
	}
}

func (r *redacteur) assure(a *droit.Assure) {
	r.cle("assure")
	r.ouvrir('{')
	r.jour("naissance", a.Naissance)
	r.jour("deces_le", a.DecesLe)
	r.texte("territoire", string(a.Territoire))
	r.jour("affilie_depuis", a.AffilieDepuis)
	r.jour("pension_vieillesse_depuis", a.PensionVieillesse)
	r.jour("pension_invalidite_depuis", a.PensionInvalidite)
	r.montant("taux_pas", a.TauxPAS)
	r.booleenO("rsa_ou_prime_activite", a.RSAOuPrimeActivite)
	r.jours("retards_anterieurs", a.RetardsAnterieurs)
	r.jours("avertissements", a.Avertissements)
	r.fermer('}')
}

// jours writes a list of days, when it is known.
func (r *redacteur) jours(cle string, js []v.Jour) {
	if js == nil {
		return
	}
	r.cle(cle)
	r.ouvrir('[')
	for _, j := range js {
		r.element()
		r.sortie.jour(j)
	}
	r.fermer(']')
}
