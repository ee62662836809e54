enter-ask-partner = For which organisation?
enter-label-partner = Organisation
enter-hint-partner = Choose, or type a part of its name
enter-ask-source = Where do the answers come from?
enter-label-source = From
enter-option-paper = paper
enter-option-phone = telephone
enter-draft-unnamed = Answers from paper or telephone
enter-draft = Answers from paper or telephone: { $partner }
enter-done = Typed in: { $partner }, { $source ->
        [paper] from paper
       *[phone] by telephone
    }. This organisation will not be reminded any more.
enter-button-more = Type in another
