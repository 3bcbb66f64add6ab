package web

import (
	"errors"
	"net/http"
	"slices"
	"strings"

	"accord/app"
	"accord/decision"
	"accord/libelle"
	v "accord/valeur"
)

// pageSigner shows the adverse decisions that wait on a dossier, and takes them.
type pageSigner struct {
	Nom, Adresse, Retour string
	Agent                *agent
	Moi                  string
	Permis               bool   // the role of the agent decides
	Qui                  string // who does
	Proposees            []proposee
	Jours                int // of all of them
	Brut                 v.Centimes
	Motif                champ
	Erreur               string
}

// proposee is what the computation proposes against a person, before anyone decides.
type proposee struct {
	Quoi     string // «Refus proposé», «Suspension proposée»…, or a reduction
	Activite string
	Dates    string
	Jours    int
	Brut     v.Centimes // reserved by a reduction, and not paid once it is signed
	Regle    regle
	Faits    []string // what the computation found, as the letter will say it
	Lever    string   // the act that decides otherwise
}

// signature shows what signing would decide, in days and in money.
func (s *site) signature(w http.ResponseWriter, r *http.Request) error {
	f, err := s.fiche(r)
	if err != nil {
		return err
	}
	return s.ecrireSignature(w, r, http.StatusOK, f, "", "", "")
}

// signer takes the decisions that the page showed: all those of the dossier.
func (s *site) signer(w http.ResponseWriter, r *http.Request) error {
	f, err := s.fiche(r)
	if err != nil {
		return err
	}
	agent := s.agent(r)
	if agent == nil {
		return errAgent
	}
	r.Body = http.MaxBytesReader(w, r.Body, tailleActe)
	if err := r.ParseForm(); err != nil {
		return errFormulaire
	}
	motif := strings.TrimSpace(r.PostForm.Get("motif"))
	switch {
	case !slices.Contains(decision.Roles(decision.SignerDecision), agent.Role):
		return s.ecrireSignature(w, r, http.StatusForbidden, f, motif, "", "Votre rôle ne signe pas de décision. Rien n'a été fait.")
	case motif == "":
		return s.ecrireSignature(w, r, http.StatusUnprocessableEntity, f, motif, phrasesManque["motif"], "")
	}
	_, err = s.bureau.Signer(r.Context(), f.Numero, app.Signature{Par: agent.Agent, Motif: motif})
	if errors.Is(err, app.ErrRienASigner) {
		return s.ecrireSignature(w, r, http.StatusConflict, f, motif, "", "Plus aucune décision n'attend : quelqu'un a décidé, ou une pièce a changé le calcul. Rien n'a été fait.")
	}
	if err != nil {
		return err
	}
	http.Redirect(w, r, "/dossiers/"+f.Numero, http.StatusSeeOther)
	return nil
}

func (s *site) ecrireSignature(w http.ResponseWriter, r *http.Request, statut int, f *fiche, motif, faute, erreur string) error {
	p := &pageSigner{
		Nom: nomDe(&f.Calcul.Situation.Identite), Retour: "/dossiers/" + f.Numero, Agent: s.agent(r), Moi: adresseMoi(r.URL.RequestURI()), Proposees: f.proposees(), Erreur: erreur,
		Motif: champ{Nom: "motif", Genre: "zone", Etiquette: "Motif", Requis: true, Aide: "Ce que vous avez examiné, et pourquoi vous décidez ainsi. Aucune raison médicale.", Valeur: motif, Erreur: faute},
	}
	p.Adresse = p.Retour + "/signature"
	roles := decision.Roles(decision.SignerDecision)
	p.Permis = p.Agent != nil && slices.Contains(roles, p.Agent.Role)
	for i, role := range roles {
		roles[i] = libelle.Role(role)
	}
	p.Qui = strings.Join(roles, " ou ")
	for i := range p.Proposees {
		p.Jours += p.Proposees[i].Jours
		p.Brut += p.Proposees[i].Brut
	}
	page := s.nouvellePage("Signer, dossier de "+p.Nom, lien{"Dossiers", "/"}, lien{p.Nom, p.Retour})
	page.Ici, page.Contenu = "Signer", p
	return s.ecrire(w, statut, "signer", page)
}

// aSigner reports whether a decision of the dossier waits for someone.
func (f *fiche) aSigner() bool {
	return slices.ContainsFunc(f.Dossier.Proposees, func(p decision.Proposee) bool { return p.Signee == nil && p.Dossier == f.Numero })
}

// proposees lists the decisions of the dossier that nobody signed.
func (f *fiche) proposees() (ps []proposee) {
	for i := range f.Dossier.Proposees {
		p := &f.Dossier.Proposees[i]
		if p.Signee != nil || p.Dossier != f.Numero {
			continue
		}
		x := proposee{
			Quoi: libelle.DecisionProposee(p.Etat), Activite: f.nomLigne(p.Ligne), Dates: p.Periode.String(), Jours: p.Periode.Jours(), Brut: p.Reserve,
			Regle: f.regle(p.Regle), Lever: "/dossiers/" + f.Numero + "/actes/forcer_jour?valeur=payer",
		}
		if p.Reserve > 0 {
			x.Quoi, x.Lever = "Réduction proposée", "/dossiers/"+f.Numero+"/actes/lever_reduction?"
		}
		x.Lever += "&du=" + p.Periode.Du.String() + "&au=" + p.Periode.Au.String()
		x.Faits = f.Dossier.Faits(*p)
		ps = append(ps, x)
	}
	return ps
}
